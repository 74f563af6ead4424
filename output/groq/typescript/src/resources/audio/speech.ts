import type { RequestOptions } from '../../core/options.js';
import type { APIPromise } from '../../core/promise.js';
import { APIResource } from '../../core/resource.js';

/** Reached as `client.audio.speech`. */
export class Speech extends APIResource {
  /**
   * Turn text into spoken audio.
   *
   * Reads `input` aloud with the chosen voice and answers with the bytes of one audio file, not
   * with JSON. Write them to a file or pass them on as they arrive.
   *
   * Headers, to be read with `withResponse()`:
   * - `Transfer-Encoding` (`string`): Always `chunked`: the audio arrives in pieces and its total
   *   length is not announced.
   */
  create(params: SpeechCreateParams, options?: RequestOptions): APIPromise<Response> {
    return this._client.post('/openai/v1/audio/speech', { body: params, as: 'binary', options });
  }
}

/** What `audio.speech.create` takes. */
export interface SpeechCreateParams {
  /** Text-to-speech model that does the reading. */
  model: 'playai-tts' | 'playai-tts-arabic' | (string & {});

  /** Text to read aloud. */
  input: string;

  /**
   * Name of the voice that speaks, such as `Fritz-PlayAI`. The text-to-speech guide of GroqCloud
   * lists them all.
   */
  voice: string;

  /** Encoding of the audio that comes back. */
  response_format?: 'flac' | 'mp3' | 'mulaw' | 'ogg' | 'wav';

  /** Samples per second of the audio, in hertz. */
  sample_rate?: 8000 | 16000 | 22050 | 24000 | 32000 | 44100 | 48000;

  /** Pace of the speech as a multiple of the normal one, from 0.5 (half as fast) to 5. */
  speed?: number;
}
