/** The root of all errors of this package. */
export class SDKError extends Error {
  override readonly name: string = 'SDKError';
}

/** What is known of a failed answer. */
export interface Failure {
  /** The HTTP status; absent where no answer came. */
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  /** The body: its parsed JSON, or its text. */
  readonly error?: unknown;
  readonly cause?: unknown;
}

/** A call failed. */
export class APIError extends SDKError {
  override readonly name: string = 'APIError';
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  /** The body of the answer: its parsed JSON, or its text. */
  readonly error: unknown;
  /** The server's name for the request. */
  readonly request_id: string | undefined;

  constructor(message: string, failure: Failure = {}) {
    super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
    this.status = failure.status;
    this.headers = failure.headers;
    this.error = failure.error;
    this.request_id = failure.headers && requestID(failure.headers);
  }
}

/** No answer came: the connection failed, or broke. The reason is in `cause`. */
export class APIConnectionError extends APIError {
  override readonly name: string = 'APIConnectionError';
}

/** No answer came in time. */
export class APIConnectionTimeoutError extends APIConnectionError {
  override readonly name: string = 'APIConnectionTimeoutError';
}

/** The caller's `AbortSignal` ended the call. */
export class APIUserAbortError extends APIError {
  override readonly name: string = 'APIUserAbortError';
}

/** The answer was a success, but not of the form that the API describes. */
export class APIResponseValidationError extends APIError {
  override readonly name: string = 'APIResponseValidationError';
}

/** A stream broke off, or reported a failure that has no status. */
export class StreamError extends APIError {
  override readonly name: string = 'StreamError';
}

/** Status 400. */
export class BadRequestError extends APIError {
  override readonly name: string = 'BadRequestError';
}

/** Status 401. */
export class AuthenticationError extends APIError {
  override readonly name: string = 'AuthenticationError';
}

/** Status 403. */
export class PermissionDeniedError extends APIError {
  override readonly name: string = 'PermissionDeniedError';
}

/** Status 404. */
export class NotFoundError extends APIError {
  override readonly name: string = 'NotFoundError';
}

/** Status 409. */
export class ConflictError extends APIError {
  override readonly name: string = 'ConflictError';
}

/** Status 422. */
export class UnprocessableEntityError extends APIError {
  override readonly name: string = 'UnprocessableEntityError';
}

/** Status 429. */
export class RateLimitError extends APIError {
  override readonly name: string = 'RateLimitError';
}

/** Status 500 or above. */
export class InternalServerError extends APIError {
  override readonly name: string = 'InternalServerError';
}

/** The error classes of some statuses. */
export type StatusErrors = Readonly<Record<number, typeof APIError>>;

const BY_STATUS: StatusErrors = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The error of a failed answer; classes that the API names come before the usual ones. */
export function statusError(
  status: number,
  headers: Headers,
  body: unknown,
  named: StatusErrors,
): APIError {
  const usual = status >= 500 ? InternalServerError : APIError;
  const Class = named[status] ?? BY_STATUS[status] ?? usual;
  const said = sentenceOf(body);
  const message = said ? `${status}: ${said}` : `the server answered with status ${status}`;
  return new Class(message, { status, headers, error: body });
}

// Where servers put the sentence: most of them, then RFC 9457, OAuth, GraphQL, and lists of validation errors.
const SENTENCES = ['error', 'message', 'detail', 'title', 'error_description', 'errors', 'msg'];

/** The best sentence that a body holds, looked for a few levels deep; empty where there is none. */
export function sentenceOf(body: unknown, depth = 4): string {
  if (typeof body === 'string')
    return body.slice(0, 1000).split(/\s+/).join(' ').trim().slice(0, 200);
  if (depth === 0 || typeof body !== 'object' || body === null) return '';
  if (Array.isArray(body)) return sentenceOf(body[0], depth - 1);
  const found = SENTENCES.map((name) =>
    sentenceOf((body as Record<string, unknown>)[name], depth - 1),
  );
  return found.find(Boolean) ?? '';
}

/** The server's name for a request, under either of its usual headers. */
export function requestID(headers: Headers): string | undefined {
  return headers.get('x-request-id') ?? headers.get('request-id') ?? undefined;
}
