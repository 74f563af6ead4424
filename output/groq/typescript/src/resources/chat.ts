import { APIResource } from '../core/resource.js';
import { Completions } from './chat/completions.js';

/** Reached as `client.chat`. */
export class Chat extends APIResource {
  readonly completions: Completions = new Completions(this._client);
}
