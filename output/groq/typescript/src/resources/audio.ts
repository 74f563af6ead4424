import { APIResource } from '../core/resource.js';
import { Speech } from './audio/speech.js';
import { Transcriptions } from './audio/transcriptions.js';
import { Translations } from './audio/translations.js';

/** Reached as `client.audio`. */
export class Audio extends APIResource {
  readonly speech: Speech = new Speech(this._client);
  readonly transcriptions: Transcriptions = new Transcriptions(this._client);
  readonly translations: Translations = new Translations(this._client);
}
