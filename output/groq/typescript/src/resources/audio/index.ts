import { APIResource } from '../../core/resource.js';
import { Speech } from './speech.js';
import { Transcriptions } from './transcriptions.js';
import { Translations } from './translations.js';

/** Reached as `client.audio`. */
export class Audio extends APIResource {
  readonly speech: Speech = new Speech(this._client);
  readonly transcriptions: Transcriptions = new Transcriptions(this._client);
  readonly translations: Translations = new Translations(this._client);
}
