import { requestID } from './error.js';

/** An answer as it came: its body is unread until somebody wants it. */
export interface Answered<T> {
  /** The HTTP response, once there is one. */
  response(): Promise<Response>;
  /** The result of the call, whose body is read for it. */
  result(): Promise<{ data: T; response: Response }>;
}

/** The result of a call together with its HTTP response. */
export interface WithResponse<T> {
  data: T;
  response: Response;
  /** The server's name for the request. */
  request_id: string | undefined;
}

/** A call on its way: await it for its result, or ask for the HTTP response as well. */
export class APIPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag]: string = 'APIPromise';
  private readonly answered: Answered<T>;
  private settled: Promise<{ data: T; response: Response }> | undefined;

  constructor(answered: Answered<T>) {
    this.answered = answered;
  }

  /** The HTTP response, as soon as its headers are there; its body is left for you to read. */
  asResponse(): Promise<Response> {
    return this.answered.response();
  }

  /** The result, and the HTTP response that it came with. */
  async withResponse(): Promise<WithResponse<T>> {
    const { data, response } = await this.result();
    return { data, response, request_id: requestID(response.headers) };
  }

  then<Done = T, Failed = never>(
    onDone?: ((value: T) => Done | PromiseLike<Done>) | null,
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.result()
      .then(({ data }) => data)
      .then(onDone, onFailed);
  }

  catch<Failed = never>(
    onFailed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<T | Failed> {
    return this.then(undefined, onFailed);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd);
  }

  private result(): Promise<{ data: T; response: Response }> {
    this.settled ??= this.answered.result();
    return this.settled;
  }
}
