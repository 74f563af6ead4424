import { statusError } from '../core/error.js';
import type { BaseClientOptions, Fetch } from '../core/options.js';
import { onAbort } from './aborts.js';
import type { Deadline } from './deadline.js';
import { withoutSecrets, type Logger } from './logger.js';
import { sendFollowing, type Message } from './redirects.js';
import { retryDelay } from './retry.js';
import type { Settings } from './settings.js';
import { Watch } from './watch.js';

/** A request that is ready to be sent. */
export interface Prepared extends Message {
  readonly timeout: number;
  readonly deadline: Deadline;
  readonly maxRetries: number;
  readonly signal: AbortSignal | null | undefined;
  readonly fetchOptions: RequestInit;
  /** Where the token of the request comes from, if it must be fetched. */
  readonly tokens?: { token(): Promise<string>; refuse(token: string): void } | undefined;
}

/** What the attempts need of the client that makes them. */
export interface Sender {
  readonly settings: Settings;
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly secretHeaders: ReadonlySet<string>;
  readonly hooks: Pick<BaseClientOptions, 'beforeRequest' | 'afterResponse'>;
}

/** The attempts at one call: sent again as long as that may help. */
export class Attempts {
  /** What watches over the last attempt. */
  watch: Watch;
  private retries = 0;
  private token = '';
  private secrets: ReadonlySet<string>;
  private isRenewed = false;
  private readonly sender: Sender;
  private readonly request: Prepared;

  constructor(sender: Sender, request: Prepared) {
    this.sender = sender;
    this.request = request;
    this.secrets = sender.secretHeaders;
    this.watch = new Watch(request.timeout, request.signal, request.deadline);
  }

  /** The answer, once it is a success; its body is unread. Throws the error of the last attempt. */
  async response(): Promise<Response> {
    for (;;) {
      const headers = await this.last(() => this.signed());
      let response: Response;
      try {
        response = await this.send(headers);
      } catch (reason) {
        await this.recover(reason);
        continue;
      }
      this.sender.logger.info(`${this.shown()} answered ${response.status}`);
      const { afterResponse } = this.sender.hooks;
      if (afterResponse) await this.last(() => this.watch.keep(afterResponse(response)));
      if (response.ok) return response;
      if (this.renews(response)) await response.body?.cancel();
      else await this.refused(response);
    }
  }

  /** No answer came, or it broke off: wait for the next attempt. Throws the error where there is none. */
  async recover(reason: unknown): Promise<void> {
    const failure = this.watch.failure(reason);
    this.watch.close();
    const delay = this.watch.isFinal ? undefined : this.delay();
    if (delay === undefined) throw failure;
    await this.wait(delay, failure.message);
  }

  /** What is thrown here, by a function of the caller's or where no token is to be had, ends the call. */
  private async last<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (reason) {
      this.watch.controller.abort();
      throw reason;
    }
  }

  /** The headers of the next attempt, with its token and what the hook adds. */
  private async signed(): Promise<Headers> {
    const { sender, request, watch } = this;
    watch.check();
    const headers = new Headers(request.headers);
    if (this.retries > 0) headers.set('X-Retry-Count', String(this.retries));
    if (request.tokens) {
      this.token = await watch.keep(request.tokens.token());
      headers.set('Authorization', `Bearer ${this.token}`);
    }
    const { method, url, body } = request;
    const { beforeRequest } = sender.hooks;
    if (beforeRequest) {
      const before = new Headers(headers);
      await watch.keep(beforeRequest({ method, url, headers, body }));
      const changed = [...headers.keys()].filter((name) => headers.get(name) !== before.get(name));
      this.secrets = new Set([...sender.secretHeaders, ...changed]);
    }
    return headers;
  }

  /** Was a token refused that was good before, so that a new one may help? It is asked for once. */
  private renews({ status }: Response): boolean {
    const { tokens } = this.request;
    if (!tokens || status !== 401 || this.isRenewed || !this.isRewindable) return false;
    this.isRenewed = true;
    tokens.refuse(this.token);
    return true;
  }

  private async refused(response: Response): Promise<void> {
    const { status, headers } = response;
    const { signal } = this.request;
    this.watch.touch();
    const text = await response.text().catch((reason: unknown) => {
      if (signal?.aborted) throw this.watch.failure(reason);
      return '';
    });
    this.watch.close();
    const delay = signal?.aborted ? undefined : this.delay({ status, headers });
    if (delay === undefined) {
      throw statusError(status, headers, jsonOrText(text), this.sender.settings.errors);
    }
    await this.wait(delay, `status ${status}`);
  }

  private get isRewindable(): boolean {
    return !(this.request.body instanceof ReadableStream);
  }

  private delay(refusal?: { status: number; headers: Headers }): number | undefined {
    const { maxRetries, deadline } = this.request;
    if (this.retries >= maxRetries || !this.isRewindable) return undefined;
    const delay = retryDelay(this.sender.settings.retry, this.retries, refusal);
    return delay !== undefined && deadline.allows(delay) ? delay : undefined;
  }

  private async wait(delay: number, reason: string): Promise<void> {
    this.retries += 1;
    const { signal, timeout, deadline } = this.request;
    const seconds = (delay / 1000).toFixed(2);
    this.sender.logger.info(
      `retry ${this.retries} of ${this.shown()} in ${seconds} s after ${reason}`,
    );
    await pause(delay, signal);
    this.watch = new Watch(timeout, signal, deadline);
  }

  /** One attempt, after any redirects. */
  private async send(headers: Headers): Promise<Response> {
    const { sender, request, watch, secrets } = this;
    const { redirect } = request.fetchOptions;
    const message = { ...request, headers };
    const response = await sendFollowing(message, secrets, redirect, (url, init) => {
      sender.logger.debug(`sending ${this.shown()}`, withoutSecrets(init.headers, secrets));
      watch.touch();
      return sender.fetch(url, {
        ...request.fetchOptions,
        ...init,
        signal: watch.controller.signal,
      });
    });
    watch.release();
    return response;
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
    let leave = (): void => {};
    const timer = setTimeout(() => {
      leave();
      resolve();
    }, milliseconds);
    leave = onAbort(signal, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
