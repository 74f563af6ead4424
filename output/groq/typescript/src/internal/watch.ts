import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '../core/error.js';

// Timers overflow beyond this number of milliseconds, and would end at once.
const LONGEST = 2 ** 31 - 1;

/** Watches over one attempt: ends it when the caller says so, or when nothing has come for too long. */
export class Watch {
  readonly controller: AbortController = new AbortController();
  private readonly signal: AbortSignal | undefined;
  private readonly timeout: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLate = false;

  constructor(timeout: number, signal: AbortSignal | null | undefined) {
    this.timeout = timeout;
    this.signal = signal ?? undefined;
    if (this.signal?.aborted) this.abort();
    this.signal?.addEventListener('abort', this.abort, { once: true });
    this.touch();
  }

  /** Whether it was the watch that ended the attempt. */
  get hasEnded(): boolean {
    return this.isLate || this.signal?.aborted === true;
  }

  /** The time begins anew. */
  touch(): void {
    clearTimeout(this.timer);
    if (this.timeout > LONGEST) return;
    this.timer = setTimeout(() => {
      this.isLate = true;
      this.controller.abort();
    }, this.timeout);
  }

  /** Time stands still; the caller can still abort. */
  release(): void {
    clearTimeout(this.timer);
  }

  /** The attempt is over. */
  close(): void {
    clearTimeout(this.timer);
    this.signal?.removeEventListener('abort', this.abort);
  }

  /** What went wrong, as an error of ours. */
  failure(reason: unknown): APIError {
    if (this.signal?.aborted)
      return new APIUserAbortError('the call was aborted', { cause: reason });
    if (this.isLate) {
      const message = `nothing came for ${this.timeout} ms`;
      return new APIConnectionTimeoutError(message, { cause: reason });
    }
    return new APIConnectionError(`the connection failed: ${said(reason)}`, { cause: reason });
  }

  private readonly abort = (): void => {
    this.controller.abort();
  };
}

function said(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  const cause = reason.cause instanceof Error ? `: ${reason.cause.message}` : '';
  return `${reason.message}${cause}`;
}
