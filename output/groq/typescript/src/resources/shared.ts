import type { DebugData } from './chat/completions.js';

/** What went wrong with a request, worded for people and coded for programs. */
export interface ErrorObject {
  /** Explanation of the failure in plain words. */
  message: string;

  /** Broad kind of failure, such as `invalid_request_error`. */
  type: string;

  /** Name of the request parameter at fault, or null if no single one is to blame. */
  param?: string | null;

  /** Short code for the exact failure, or null if it has none. */
  code?: string | null;

  /**
   * Output of the model that was thrown away, for instance because it is not the valid JSON that
   * was asked for.
   */
  failed_generation?: string | null;

  /** Where in a JSON Schema the broken rule stands, if validation is what failed. */
  schema_path?: string | null;

  /** The steps of `schema_path` one by one, when a request or an output fails validation. */
  schema_path_segments?: Array<string>;

  /** Kind of schema rule that was broken, if validation is what failed. */
  schema_kind?: string | null;

  /** Code for the way in which validation failed. */
  schema_code?: string | null;

  /**
   * The tokens that went into the model and came out of it. Only requests with `debug` set to
   * `true` get them.
   */
  debug?: DebugData;
}

/** The body that comes with a failed request. */
export interface ErrorResponse {
  /** What went wrong with a request, worded for people and coded for programs. */
  error: ErrorObject;
}

/** One line of the input file of a batch: a request to run. */
export interface BatchRequestInput {
  /**
   * Your own name for the request, by which you find its answer. No two requests of a batch may
   * share one.
   */
  custom_id?: string;

  /** HTTP method of the request, for now always `POST`. */
  method?: 'POST';

  /**
   * Path that the request goes to, without the host. Only `/v1/chat/completions` is accepted at
   * present.
   */
  url?: string;
}

/** One line of the output or error file of a batch: what became of a request. */
export interface BatchRequestOutput {
  /** Identifier of this result. */
  id?: string;

  /** The name that you gave the request in the input file. */
  custom_id?: string;

  /** The answer that the request got over HTTP, or null if it got none. */
  response?: BatchRequestOutput.Response | null;

  /** Why the request failed other than by an HTTP error, or null if it did not. */
  error?: BatchRequestOutput.Error | null;
}

export namespace BatchRequestOutput {
  /** The answer that the request got over HTTP, or null if it got none. */
  export interface Response {
    /** HTTP status of the answer. */
    status_code?: number;

    /** Identifier of the request at the API. Quote it when you ask support for help. */
    request_id?: string;

    /** JSON body of the answer. */
    body?: { [key: string]: unknown };
  }

  /** Why the request failed other than by an HTTP error, or null if it did not. */
  export interface Error {
    /** Code of the failure, meant for programs. */
    code?: string;

    /** Explanation of the failure, meant for people. */
    message?: string;
  }
}

/** Who wrote a message. */
export type ChatCompletionRole = 'system' | 'user' | 'assistant' | 'tool' | 'function';

/**
 * Details of a streamed answer.
 *
 * Give them only together with `stream` set to `true`.
 */
export interface ChatCompletionStreamOptions {
  /**
   * Whether to report token counts. If so, one more chunk arrives just before `data: [DONE]`, with
   * the counts for the whole request in `usage` and nothing in `choices`; in all earlier chunks
   * `usage` is null.
   */
  include_usage?: boolean | null;
}
