import type { RequestOptions } from '../../core/options.js';
import type { APIPromise } from '../../core/promise.js';
import { APIResource } from '../../core/resource.js';
import type { Uploadable } from '../../core/uploads.js';
import { renamed } from '../../internal/arguments.js';

/** Reached as `client.audio.transcriptions`. */
export class Transcriptions extends APIResource {
  /**
   * Write down what is said in a recording, in the language spoken.
   *
   * Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
   * `response_format: verbose_json` to get timestamps as well as the text.
   */
  create(
    params: TranscriptionCreateParams & { response_format?: 'json' },
    options?: RequestOptions,
  ): APIPromise<Transcription>;
  /**
   * Write down what is said in a recording, in the language spoken.
   *
   * Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
   * `response_format: verbose_json` to get timestamps as well as the text.
   */
  create(
    params: TranscriptionCreateParams & { response_format: 'text' },
    options?: RequestOptions,
  ): APIPromise<string>;
  /**
   * Write down what is said in a recording, in the language spoken.
   *
   * Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
   * `response_format: verbose_json` to get timestamps as well as the text.
   */
  create(
    params: TranscriptionCreateParams & { response_format: 'verbose_json' },
    options?: RequestOptions,
  ): APIPromise<TranscriptionVerbose>;
  /**
   * Write down what is said in a recording, in the language spoken.
   *
   * Pass the audio either as an upload (`file`) or as an address (`url`), never both. Ask for
   * `response_format: verbose_json` to get timestamps as well as the text.
   */
  create(
    params: TranscriptionCreateParams,
    options?: RequestOptions,
  ): APIPromise<Transcription | string | TranscriptionVerbose>;
  create(
    params: TranscriptionCreateParams,
    options?: RequestOptions,
  ): APIPromise<Transcription | string | TranscriptionVerbose> {
    return this._client.post('/openai/v1/audio/transcriptions', {
      multipart: renamed(params, { timestamp_granularities: 'timestamp_granularities[]' }),
      as: params.response_format === 'text' ? 'text' : 'json',
      options,
    });
  }
}

/** What `audio.transcriptions.create` takes. */
export interface TranscriptionCreateParams {
  /**
   * The recording itself, not just its name, as flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm.
   * Leave it out if you pass `url`, as you must inside a batch, where nothing can be uploaded.
   */
  file?: Uploadable;

  /**
   * Address of the recording, or its audio data in Base64URL. Leave it out if you pass `file`;
   * inside a batch it is the only way to supply audio.
   */
  url?: string;

  /** Speech-to-text model that listens to the recording. */
  model: 'whisper-large-v3' | 'whisper-large-v3-turbo' | (string & {});

  /**
   * Language spoken in the recording, preferably as an ISO 639-1 code such as `en`. The transcript
   * comes sooner and has fewer mistakes if you name it.
   */
  language?:
    | 'en'
    | 'zh'
    | 'de'
    | 'es'
    | 'ru'
    | 'ko'
    | 'fr'
    | 'ja'
    | 'pt'
    | 'tr'
    | 'pl'
    | 'ca'
    | 'nl'
    | 'ar'
    | 'sv'
    | 'it'
    | 'id'
    | 'hi'
    | 'fi'
    | 'vi'
    | 'he'
    | 'uk'
    | 'el'
    | 'ms'
    | 'cs'
    | 'ro'
    | 'da'
    | 'hu'
    | 'ta'
    | 'no'
    | 'th'
    | 'ur'
    | 'hr'
    | 'bg'
    | 'lt'
    | 'la'
    | 'mi'
    | 'ml'
    | 'cy'
    | 'sk'
    | 'te'
    | 'fa'
    | 'lv'
    | 'bn'
    | 'sr'
    | 'az'
    | 'sl'
    | 'kn'
    | 'et'
    | 'mk'
    | 'br'
    | 'eu'
    | 'is'
    | 'hy'
    | 'ne'
    | 'mn'
    | 'bs'
    | 'kk'
    | 'sq'
    | 'sw'
    | 'gl'
    | 'mr'
    | 'pa'
    | 'si'
    | 'km'
    | 'sn'
    | 'yo'
    | 'so'
    | 'af'
    | 'oc'
    | 'ka'
    | 'be'
    | 'tg'
    | 'sd'
    | 'gu'
    | 'am'
    | 'yi'
    | 'lo'
    | 'uz'
    | 'fo'
    | 'ht'
    | 'ps'
    | 'tk'
    | 'nn'
    | 'mt'
    | 'sa'
    | 'lb'
    | 'my'
    | 'bo'
    | 'tl'
    | 'mg'
    | 'as'
    | 'tt'
    | 'haw'
    | 'ln'
    | 'ha'
    | 'ba'
    | 'jv'
    | 'su'
    | 'yue'
    | (string & {});

  /**
   * Text that shows the model which style to write in, or that comes just before the recording if
   * this is one piece of several. Write it in the language of the audio.
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

  /**
   * Whether to time segments, single words, or both. Times appear only with `verbose_json` as the
   * `response_format`; those of segments come for free, those of words delay the answer.
   */
  timestamp_granularities?: Array<'word' | 'segment'>;
}

/** The transcript of a recording, without times. */
export interface Transcription {
  /** Everything that was said, as text. */
  text: string;
}

/** The transcript of a recording with its language, its length and, as requested, times. */
export interface TranscriptionVerbose {
  /** Language spoken in the recording. */
  language: string;

  /** Length of the recording, given as a string. */
  duration: string;

  /** Everything that was said, as text. */
  text: string;

  /** The single words with their times, if you asked for them. */
  words?: Array<TranscriptionWord>;

  /** The transcript cut into timed stretches, with measures of quality. */
  segments?: Array<TranscriptionSegment>;
}

/** One spoken word and the time it takes. */
export interface TranscriptionWord {
  /** The word as written. */
  word: string;

  /** When the word begins, in seconds from the beginning of the recording. */
  start: number;

  /** When the word ends, in seconds from the beginning of the recording. */
  end: number;
}

/** A stretch of a recording, with its text and measures of how far to trust it. */
export interface TranscriptionSegment {
  /** Identifier that tells this segment from the others. */
  id: number;

  /** Offset in the audio at which the model began to look for this segment. */
  seek: number;

  /** When the segment begins, in seconds from the beginning of the recording. */
  start: number;

  /** When the segment ends, in seconds from the beginning of the recording. */
  end: number;

  /** What is said in the segment. */
  text: string;

  /** The text of the segment as the token numbers of the model. */
  tokens: Array<number>;

  /** Temperature at which the model wrote this segment. */
  temperature?: number;

  /** Mean log probability of the tokens. Distrust the segment if it falls below -1. */
  avg_logprob?: number;

  /**
   * How far the text can be compressed. Above 2.4 the compression counts as failed, as it does for
   * text that repeats itself.
   */
  compression_ratio?: number;

  /**
   * Likelihood that nobody speaks here. Take the segment for silence if this exceeds 1.0 while
   * `avg_logprob` is under -1.
   */
  no_speech_prob?: number;

  /** Transcript of the whole chunk of audio that this segment belongs to. */
  audio_text?: string;

  /** Scores of the single tokens. */
  token_scores?: Array<number>;

  /** Timestamp at which the chunk begins. */
  chunk_start?: number;

  /** Timestamp at which the chunk ends. */
  chunk_end?: number;
}
