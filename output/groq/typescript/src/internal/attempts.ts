import { APIConnectionError, APIUserAbortError, statusError } from '../core/error.js';
import type { Fetch } from '../core/options.js';
import { withoutSecrets, type Logger } from './logger.js';
import { isBrowser } from './platform.js';
import { retryDelay } from './retry.js';
import type { Settings } from './settings.js';
import { Watch } from './watch.js';

/** A request that is ready to be sent. */
export interface Prepared {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | Blob | ReadableStream<Uint8Array> | undefined;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly signal: AbortSignal | null | undefined;
  readonly fetchOptions: RequestInit;
}

/** What the attempts need of the client that makes them. */
export interface Sender {
  readonly settings: Settings;
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly secretHeaders: ReadonlySet<string>;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 20;

/** The attempts at one call: sent again as long as that may help. */
export class Attempts {
  /** What watches over the last attempt. */
  watch: Watch;
  private retries = 0;
  private readonly sender: Sender;
  private readonly request: Prepared;

  constructor(sender: Sender, request: Prepared) {
    this.sender = sender;
    this.request = request;
    this.watch = new Watch(request.timeout, request.signal);
  }

  /** The answer, once it is a success; its body is unread. Throws the error of the last attempt. */
  async response(): Promise<Response> {
    for (;;) {
      let response: Response;
      try {
        response = await this.send();
      } catch (reason) {
        await this.recover(reason);
        continue;
      }
      this.sender.logger.info(`${this.shown()} answered ${response.status}`);
      if (response.ok) return response;
      await this.refused(response);
    }
  }

  /** No answer came, or it broke off: wait for the next attempt. Throws the error where there is none. */
  async recover(reason: unknown): Promise<void> {
    const failure = reason instanceof APIConnectionError ? reason : this.watch.failure(reason);
    this.watch.close();
    const delay = failure instanceof APIUserAbortError ? undefined : this.delay();
    if (delay === undefined) throw failure;
    await this.wait(delay, failure.message);
  }

  private async refused(response: Response): Promise<void> {
    const { status, headers } = response;
    const text = await response.text().catch(() => '');
    this.watch.close();
    const delay = this.request.signal?.aborted ? undefined : this.delay({ status, headers });
    if (delay === undefined) {
      throw statusError(status, headers, jsonOrText(text), this.sender.settings.errors);
    }
    await this.wait(delay, `status ${status}`);
  }

  private delay(refusal?: { status: number; headers: Headers }): number | undefined {
    const { body, maxRetries } = this.request;
    if (this.retries >= maxRetries || body instanceof ReadableStream) return undefined;
    return retryDelay(this.sender.settings.retry, this.retries, refusal);
  }

  private async wait(delay: number, reason: string): Promise<void> {
    this.retries += 1;
    const { signal, timeout } = this.request;
    const seconds = (delay / 1000).toFixed(2);
    this.sender.logger.info(
      `retry ${this.retries} of ${this.shown()} in ${seconds} s after ${reason}`,
    );
    await pause(delay, signal);
    this.request.headers.set('X-Retry-Count', String(this.retries));
    this.watch = new Watch(timeout, signal);
    if (signal?.aborted) throw this.watch.failure(signal.reason);
  }

  /** One attempt, after any redirects. */
  private async send(): Promise<Response> {
    let { url, method, body } = this.request;
    let headers = this.request.headers;
    for (let redirects = 0; ; redirects += 1) {
      const response = await this.fetch(url, { method, headers, body: body ?? null });
      const location = response.headers.get('location');
      if (!REDIRECTS.includes(response.status) || location === null || !this.followsItself()) {
        return response;
      }
      if (redirects >= MOST_REDIRECTS || body instanceof ReadableStream) return response;
      await response.body?.cancel();
      const target = new URL(location, url);
      if (target.origin !== new URL(url).origin) headers = this.withoutProof(headers);
      const becomesGet = response.status === 303 || (response.status < 303 && method === 'POST');
      if (becomesGet && method !== 'HEAD') {
        method = 'GET';
        body = undefined;
        headers = new Headers(headers);
        headers.delete('content-type');
      }
      url = target.href;
    }
  }

  private fetch(url: string, init: RequestInit): Promise<Response> {
    const { sender, request, watch } = this;
    sender.logger.debug(
      `sending ${this.shown()}`,
      withoutSecrets(init.headers as Headers, sender.secretHeaders),
    );
    const streamed = init.body instanceof ReadableStream ? { duplex: 'half' } : {};
    return sender.fetch(url, {
      redirect: this.redirect(),
      ...request.fetchOptions,
      ...init,
      ...streamed,
      signal: watch.controller.signal,
    });
  }

  /** A browser hides redirects from us; there we let it follow those on which no credential of ours can leak. */
  private redirect(): RequestRedirect {
    if (!isBrowser()) return 'manual';
    const { secretHeaders } = this.sender;
    const leaks = [...secretHeaders].some((name) => name !== '' && name !== 'authorization');
    return leaks ? 'error' : 'follow';
  }

  private followsItself(): boolean {
    return (this.request.fetchOptions.redirect ?? this.redirect()) === 'manual';
  }

  /** The headers without those that hold credentials: they never go to another origin. */
  private withoutProof(headers: Headers): Headers {
    const kept = new Headers(headers);
    for (const name of [...this.sender.secretHeaders, 'cookie']) if (name) kept.delete(name);
    return kept;
  }

  private shown(): string {
    return `${this.request.method} ${this.request.url.replace(/\?.*$/s, '')}`; // a query may hold a key
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Waits, but not beyond the moment at which the caller aborts. */
function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
  });
}
