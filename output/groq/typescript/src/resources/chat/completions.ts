import type { RequestOptions } from '../../core/options.js';
import type { APIPromise } from '../../core/promise.js';
import { APIResource } from '../../core/resource.js';
import type { Stream } from '../../core/streaming.js';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  CompletionCreateParams,
} from './completions.types.js';

export * from './completions.types.js';

/** Reached as `client.chat.completions`. */
export class Completions extends APIResource {
  /**
   * Ask a model for the next message of a conversation.
   *
   * Send the whole conversation each time: the API keeps no history between calls. With `stream`
   * set to `true` the answer arrives piece by piece as server-sent events instead of as one object.
   */
  create(
    params: CompletionCreateParams & { stream?: false | null },
    options?: RequestOptions,
  ): APIPromise<ChatCompletion>;
  /**
   * Ask a model for the next message of a conversation.
   *
   * Send the whole conversation each time: the API keeps no history between calls. With `stream`
   * set to `true` the answer arrives piece by piece as server-sent events instead of as one object.
   */
  create(
    params: CompletionCreateParams & { stream: true },
    options?: RequestOptions,
  ): APIPromise<Stream<ChatCompletionChunk>>;
  /**
   * Ask a model for the next message of a conversation.
   *
   * Send the whole conversation each time: the API keeps no history between calls. With `stream`
   * set to `true` the answer arrives piece by piece as server-sent events instead of as one object.
   */
  create(
    params: CompletionCreateParams,
    options?: RequestOptions,
  ): APIPromise<ChatCompletion | Stream<ChatCompletionChunk>>;
  create(
    params: CompletionCreateParams,
    options?: RequestOptions,
  ): APIPromise<ChatCompletion | Stream<ChatCompletionChunk>> {
    return this._client.post('/openai/v1/chat/completions', {
      body: params,
      as: params.stream ? { events: 'sse', sentinel: '[DONE]', error: 'x_groq.error' } : 'json',
      options,
    });
  }
}
