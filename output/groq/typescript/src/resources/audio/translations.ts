import type { RequestOptions } from '../../core/options.js';
import type { APIPromise } from '../../core/promise.js';
import { APIResource } from '../../core/resource.js';
import type { Uploadable } from '../../core/uploads.js';
import type { TranscriptionSegment } from './transcriptions.js';

/** Reached as `client.audio.translations`. */
export class Translations extends APIResource {
  /**
   * Write down in English what is said in a recording.
   *
   * The speech may be in any language the model understands; the text that comes back is always
   * English. Pass the audio either as an upload (`file`) or as an address (`url`), never both.
   */
  create(
    params: TranslationCreateParams & { response_format?: 'json' },
    options?: RequestOptions,
  ): APIPromise<Translation>;
  /**
   * Write down in English what is said in a recording.
   *
   * The speech may be in any language the model understands; the text that comes back is always
   * English. Pass the audio either as an upload (`file`) or as an address (`url`), never both.
   */
  create(
    params: TranslationCreateParams & { response_format: 'text' },
    options?: RequestOptions,
  ): APIPromise<string>;
  /**
   * Write down in English what is said in a recording.
   *
   * The speech may be in any language the model understands; the text that comes back is always
   * English. Pass the audio either as an upload (`file`) or as an address (`url`), never both.
   */
  create(
    params: TranslationCreateParams & { response_format: 'verbose_json' },
    options?: RequestOptions,
  ): APIPromise<TranslationVerbose>;
  /**
   * Write down in English what is said in a recording.
   *
   * The speech may be in any language the model understands; the text that comes back is always
   * English. Pass the audio either as an upload (`file`) or as an address (`url`), never both.
   */
  create(
    params: TranslationCreateParams,
    options?: RequestOptions,
  ): APIPromise<Translation | string | TranslationVerbose>;
  create(
    params: TranslationCreateParams,
    options?: RequestOptions,
  ): APIPromise<Translation | string | TranslationVerbose> {
    return this._client.post('/openai/v1/audio/translations', {
      multipart: params,
      as: params.response_format === 'text' ? 'text' : 'json',
      options,
    });
  }
}

/** What `audio.translations.create` takes. */
export interface TranslationCreateParams {
  /** The recording itself, not just its name, as flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm. */
  file?: Uploadable;

  /**
   * Address of the recording, or its audio data in Base64URL. Leave it out if you pass `file`;
   * inside a batch it is the only way to supply audio.
   */
  url?: string;

  /** Speech-to-text model that listens to the recording. */
  model: 'whisper-large-v3' | 'whisper-large-v3-turbo' | (string & {});

  /**
   * English text that shows the model which style to write in, or that comes just before the
   * recording if this is one piece of several.
   */
  prompt?: string;

  /**
   * What to return: the text wrapped in JSON, the bare text, or JSON with times and other detail
   * (`verbose_json`).
   */
  response_format?: 'json' | 'text' | 'verbose_json';

  /**
   * How much chance plays into the choice of words, from 0 to 1. Low values such as 0.2 stay close
   * to the likeliest words and high ones such as 0.8 vary more; at 0 the model raises the value by
   * itself, judging by log probability, until its thresholds are met.
   */
  temperature?: number;
}

/** The English translation of a recording, without times. */
export interface Translation {
  /** Everything that was said, in English. */
  text: string;
}

/** The English translation of a recording with its length and timed segments. */
export interface TranslationVerbose {
  /** Language of the text, which is `english` whatever was spoken. */
  language: string;

  /** Length of the recording, given as a string. */
  duration: string;

  /** Everything that was said, in English. */
  text: string;

  /** The translation cut into timed stretches, with measures of quality. */
  segments?: Array<TranscriptionSegment>;
}
