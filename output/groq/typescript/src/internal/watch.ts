import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
} from '../core/error.js';
import { onAbort } from './aborts.js';
import { Deadline } from './deadline.js';

// Timers overflow beyond this number of milliseconds, and would end at once.
const LONGEST = 2 ** 31 - 1;

/**
 * Watches over one attempt: ends it when the caller says so, when nothing has come for too long, or when the whole call
 * must be over.
 */
export class Watch {
  readonly controller: AbortController = new AbortController();
  private readonly signal: AbortSignal | undefined;
  private readonly timeout: number;
  private deadline: Deadline;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private leave = (): void => {};
  private reason: 'late' | 'over' | undefined;

  constructor(timeout: number, signal: AbortSignal | null | undefined, deadline: Deadline) {
    this.timeout = timeout;
    this.signal = signal ?? undefined;
    this.deadline = deadline;
    this.controller.signal.addEventListener('abort', () => this.close(), { once: true });
    this.leave = onAbort(this.signal, () => this.controller.abort());
    this.release();
  }

  /** Whether it was the watch that ended the attempt. */
  get hasEnded(): boolean {
    return this.reason !== undefined || this.signal?.aborted === true;
  }

  /** Whether the whole call is over: no other attempt may follow. */
  get isFinal(): boolean {
    return this.reason === 'over' || this.signal?.aborted === true;
  }

  /** Something must come now: its time begins anew. */
  touch(): void {
    const { left } = this.deadline;
    this.start(left < this.timeout ? 'over' : 'late', Math.min(left, this.timeout));
  }

  /** Nothing is waited for: only the caller and the deadline can end the attempt. */
  release(): void {
    this.start('over', this.deadline.left);
  }

  /** The answer has begun, and may take as long as it likes. */
  begun(): void {
    if (!this.hasEnded) this.deadline = new Deadline();
    this.release();
  }

  /** Throws where there is no time for anything. */
  check(): void {
    if (this.signal?.aborted) throw this.failure(this.signal.reason);
    if (!this.deadline.allows(0)) throw this.deadline.failure();
  }

  /** The attempt is over. */
  close(): void {
    clearTimeout(this.timer);
    this.leave();
  }

  /** What a promise gives, unless the attempt ends before it. */
  async keep<T>(promise: PromiseLike<T> | T): Promise<T> {
    const { signal } = this.controller;
    let stop = (): void => {};
    const ended = new Promise<never>((_, reject) => {
      stop = (): void => reject(this.failure(signal.reason));
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
    try {
      return await Promise.race([promise, ended]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** What went wrong, as an error of ours. */
  failure(reason: unknown): APIError {
    if (reason instanceof APIError) return reason;
    if (this.signal?.aborted)
      return new APIUserAbortError('the call was aborted', { cause: reason });
    if (this.reason === 'over') return this.deadline.failure(reason);
    if (this.reason === 'late') {
      const message = `nothing came for ${this.timeout} ms`;
      return new APIConnectionTimeoutError(message, { cause: reason });
    }
    return new APIConnectionError(`the connection failed: ${said(reason)}`, { cause: reason });
  }

  private start(reason: 'late' | 'over', milliseconds: number): void {
    clearTimeout(this.timer);
    if (milliseconds > LONGEST || this.controller.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.reason = reason;
      this.controller.abort();
    }, milliseconds);
  }
}

function said(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  const cause = reason.cause instanceof Error ? `: ${reason.cause.message}` : '';
  return `${reason.message}${cause}`;
}
