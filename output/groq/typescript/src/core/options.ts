import type { Logger, LogLevel } from '../internal/logger.js';

/** Headers by name; `null` removes one that would be sent, and `undefined` leaves it. */
export type HeadersLike = Headers | Readonly<Record<string, string | null | undefined>>;

/** Query parameters by name; `null` removes one that would be sent, and `undefined` leaves it. */
export type QueryLike = Readonly<Record<string, unknown>>;

/** A function like the global `fetch`. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** A request that is about to be sent; its headers may be changed. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | Blob | ReadableStream<Uint8Array> | undefined;
}

/** What every call takes besides its own arguments. */
export interface RequestOptions {
  /** Further headers; `null` removes one that would be sent. */
  headers?: HeadersLike | undefined;
  /** Further query parameters; `null` removes one that would be sent. */
  query?: QueryLike | undefined;
  /** Further fields of a body that is made of fields, or else another body. */
  body?: unknown;
  /** Milliseconds until the answer must have begun, and between any two pieces of it. */
  timeout?: number | undefined;
  /** Milliseconds for the whole call, with its retries and the waits between them; `null` is no limit. */
  deadline?: number | null | undefined;
  /** How often this call is sent again when it fails; 0 turns retries off. */
  maxRetries?: number | undefined;
  /** Ends the call with an `APIUserAbortError` once it is aborted. */
  signal?: AbortSignal | null | undefined;
  /** A key under which the server recognises a repeated request; the same for all attempts. */
  idempotencyKey?: string | undefined;
  /** Further options for `fetch`. */
  fetchOptions?: RequestInit | undefined;
}

/** What a call takes, where some of it may go by a former name: `Names` has those with the names of today. */
export type Formerly<Params, Names extends Readonly<Record<string, keyof Params>>> = Omit<
  Params,
  Names[keyof Names]
> &
  All<{ [Now in Names[keyof Names]]: Pick<Params, Now> | Renamed<Params, Names, Now> }>;

type Renamed<Params, Names, Now extends keyof Params> = {
  [Old in keyof Names]: Names[Old] extends Now ? { [Name in Old]: Params[Now] } : never;
}[keyof Names];

/** Every one of the choices. */
type All<Choices> = {
  [Key in keyof Choices]: (choice: Choices[Key]) => void;
}[keyof Choices] extends (choice: infer Every) => void
  ? Every
  : never;

/** What can be chosen for a client. */
export interface BaseClientOptions {
  /** Where the API is found. */
  baseURL?: string | undefined;
  /** Milliseconds until an answer must have begun, and between any two pieces of it; one minute by default. */
  timeout?: number | undefined;
  /** Milliseconds for a whole call, with its retries and the waits between them; there is no limit by default. */
  deadline?: number | null | undefined;
  /** How often a failed request is sent again. */
  maxRetries?: number | undefined;
  /** Headers of every request. */
  defaultHeaders?: HeadersLike | undefined;
  /** Query parameters of every request. */
  defaultQuery?: QueryLike | undefined;
  /** A `fetch` to use in place of the global one. */
  fetch?: Fetch | undefined;
  /** Further options for `fetch`, for every request. */
  fetchOptions?: RequestInit | undefined;
  /** Called before each attempt at a call, which waits for it. Headers that it adds follow no redirect to another origin. */
  beforeRequest?: ((request: OutgoingRequest) => unknown) | undefined;
  /** Called with each response, before its body is read; to look into that, read a `clone()`. */
  afterResponse?: ((response: Response) => unknown) | undefined;
  /** Where log messages go; the console by default. */
  logger?: Logger | undefined;
  /** Which log messages there are; only warnings and errors by default. Credentials are never among them. */
  logLevel?: LogLevel | undefined;
  /** Allows a browser to run the client, where everybody who opens the page can read its credentials. */
  dangerouslyAllowBrowser?: boolean | undefined;
}
