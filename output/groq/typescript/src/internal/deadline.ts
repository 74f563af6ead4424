import { APIConnectionTimeoutError } from '../core/error.js';

/** The end of one call, its attempts and the waits between them: some milliseconds from now, or never. */
export class Deadline {
  private readonly milliseconds: number | undefined;
  private readonly end: number;

  constructor(milliseconds?: number | null) {
    this.milliseconds = milliseconds ?? undefined;
    this.end = performance.now() + (this.milliseconds ?? Infinity);
  }

  /** The milliseconds that are left, perhaps less than none. */
  get left(): number {
    return this.end - performance.now();
  }

  /** Is there time for something after such a wait? */
  allows(wait: number): boolean {
    return wait < this.left;
  }

  /** What a call fails with that is not done in time. */
  failure(cause?: unknown): APIConnectionTimeoutError {
    const message = `the call was not done within its deadline of ${this.milliseconds} ms`;
    return new APIConnectionTimeoutError(message, { cause });
  }
}
