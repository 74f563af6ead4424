import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';
import type { Stream } from '../core/streaming.js';
import type { Response, ResponseCreateParams, ResponseStreamEvent } from './responses.types.js';

export * from './responses.types.js';

/** Reached as `client.responses`. */
export class Responses extends APIResource {
  /**
   * Generate a response to text or to a list of input items.
   *
   * The result is a list of output items: messages, function calls and reasoning. With `stream` set
   * to `true` they arrive bit by bit as server-sent events instead of as one object. This endpoint
   * is in beta.
   */
  create(
    params: ResponseCreateParams & { stream?: false | null },
    options?: RequestOptions,
  ): APIPromise<Response>;
  /**
   * Generate a response to text or to a list of input items.
   *
   * The result is a list of output items: messages, function calls and reasoning. With `stream` set
   * to `true` they arrive bit by bit as server-sent events instead of as one object. This endpoint
   * is in beta.
   */
  create(
    params: ResponseCreateParams & { stream: true },
    options?: RequestOptions,
  ): APIPromise<Stream<ResponseStreamEvent>>;
  /**
   * Generate a response to text or to a list of input items.
   *
   * The result is a list of output items: messages, function calls and reasoning. With `stream` set
   * to `true` they arrive bit by bit as server-sent events instead of as one object. This endpoint
   * is in beta.
   */
  create(
    params: ResponseCreateParams,
    options?: RequestOptions,
  ): APIPromise<Response | Stream<ResponseStreamEvent>>;
  create(
    params: ResponseCreateParams,
    options?: RequestOptions,
  ): APIPromise<Response | Stream<ResponseStreamEvent>> {
    return this._client.post('/openai/v1/responses', {
      body: params,
      as: params.stream ? { events: 'sse', tag: 'type' } : 'json',
      options,
    });
  }
}
