import { PendingAnswer } from '../internal/answer.js';
import type { Prepared, Sender } from '../internal/attempts.js';
import {
  missingOptions,
  prove,
  secretHeader,
  FETCHED,
  type Credentials,
  type FetchedScheme,
  type Proof,
  type Tokens,
} from '../internal/auth.js';
import { Choices } from '../internal/choices.js';
import { Deadline } from '../internal/deadline.js';
import { headerLines, idempotency, mergeHeaders } from '../internal/headers.js';
import { levelled, parseLogLevel, type Logger } from '../internal/logger.js';
import type { Path } from '../internal/path.js';
import { isBrowser, readEnvironment, userAgent } from '../internal/platform.js';
import { cookieHeader, headerValue, queryString, wholeQuery } from '../internal/query.js';
import { acceptOf, bodyOf, type RequestParts } from '../internal/request.js';
import type { Settings } from '../internal/settings.js';
import { SDKError } from './error.js';
import type { BaseClientOptions, QueryLike } from './options.js';
import { APIPromise } from './promise.js';

const ONE_MINUTE = 60_000;
const ABSOLUTE = /^https?:\/\//i;

/** What every client can do: it makes calls, again where that may help, and never changes once it is made. */
export abstract class BaseClient<Options extends BaseClientOptions = BaseClientOptions> {
  /** Where the API is found. */
  readonly baseURL: string;
  /** Milliseconds until an answer must have begun, and between any two pieces of it. */
  readonly timeout: number;
  /** Milliseconds for a whole call, with its retries and the waits between them; `null` is no limit. */
  readonly deadline: number | null;
  /** How often a failed request is sent again. */
  readonly maxRetries: number;

  // Private fields are not shown where a client is logged.
  readonly #options: Options;
  readonly #credentials: Credentials;
  readonly #settings: Settings;
  readonly #sender: Sender;
  readonly #defaultHeaders: Headers;
  readonly #defaultQuery: QueryLike;
  readonly #chosen: Choices;
  readonly #template: string;
  #tokens = new Map<string, Tokens>();

  /** `server` is where the API is found in the environment that was chosen. */
  constructor(settings: Settings, credentials: Credentials, options: Options, server?: string) {
    const variable = (option: string): string | undefined =>
      readEnvironment(settings.variables[option]);
    this.#options = options;
    this.#settings = settings;
    this.#chosen = new Choices(settings, options, variable);
    this.#template = options.baseURL || server || variable('baseURL') || settings.baseURL;
    this.baseURL = addressOf(this.#chosen.fill(this.#template), settings);
    this.timeout = options.timeout ?? settings.timeout ?? ONE_MINUTE;
    this.deadline = options.deadline ?? null;
    this.maxRetries = options.maxRetries ?? settings.retry.attempts;
    this.#defaultHeaders = mergeHeaders(headerLines(variable('headers')), options.defaultHeaders);
    this.#defaultQuery = options.defaultQuery ?? {};
    this.#credentials = Object.fromEntries(
      Object.entries(credentials).map(([name, value]) => [name, value ?? variable(name)]),
    );
    this.#sender = {
      settings,
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      logger: this.#logger(parseLogLevel(variable('log'))),
      secretHeaders: new Set(settings.auth.map(secretHeader)),
      hooks: options,
    };
    this.#refuseToLeak();
    this.#refuseWithoutProof();
  }

  /** A client with some options changed. */
  withOptions(options: Partial<Options>): this {
    const Class = this.constructor as new (options: Options) => this;
    const copy = new Class({ ...this.#options, ...options });
    const known = this.#credentials;
    const isSame = Object.entries(copy.#credentials).every(
      ([name, value]) => known[name] === value,
    );
    if (isSame && copy.baseURL === this.baseURL) copy.#tokens = this.#tokens;
    return copy;
  }

  /** A GET of any path; the answer is JSON unless `as` says otherwise. */
  get<T>(path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    return this.request('GET', path, parts);
  }

  /** A POST of any path. */
  post<T>(path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    return this.request('POST', path, parts);
  }

  /** A PUT of any path. */
  put<T>(path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    return this.request('PUT', path, parts);
  }

  /** A PATCH of any path. */
  patch<T>(path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    return this.request('PATCH', path, parts);
  }

  /** A DELETE of any path. */
  delete<T>(path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    return this.request('DELETE', path, parts);
  }

  /** A request of any method to any path. */
  request<T>(method: string, path: string | Path, parts: RequestParts = {}): APIPromise<T> {
    const prepared = this.#prepare(method, path, parts);
    return new APIPromise<T>(
      new PendingAnswer(this.#sender, prepared, parts.as ?? 'json', parts.unwrap),
    );
  }

  /** A credential, and the environment variable behind its option. @internal */
  _credential(option: string): { value: string | undefined; variable: string | undefined } {
    return { value: this.#credentials[option], variable: this.#settings.variables[option] };
  }

  /** What this client knows of a path parameter. Throws where that is nothing. @internal */
  _known(parameter: string): unknown {
    return this.#chosen.ofPath(parameter);
  }

  /** All that is the same for every attempt at a call. */
  async #prepare(method: string, path: string | Path, parts: RequestParts): Promise<Prepared> {
    const { options = {} } = parts;
    const { auth, security } = this.#settings;
    const deadline = new Deadline(
      options.deadline === undefined ? this.deadline : options.deadline,
    );
    const proof = prove(auth, parts.security ?? security, this.#credentials);
    const url = this.#url(String(path), parts, proof);
    const { body, contentType } = await bodyOf(parts);
    const headers = this.#headers(method, parts, proof, contentType);
    const isFetched = headers.get('authorization') === FETCHED;
    return {
      method,
      url,
      headers,
      body,
      tokens: isFetched && proof.fetched ? this.#source(proof.fetched, parts) : undefined,
      timeout: options.timeout ?? this.#options.timeout ?? parts.timeout ?? this.timeout,
      deadline,
      maxRetries: options.maxRetries ?? this.#retries(parts.retries),
      signal: options.signal,
      fetchOptions: { ...this.#options.fetchOptions, ...options.fetchOptions },
    };
  }

  /** How often a call is sent again: as the client was told, or else as the call needs; never is never. */
  #retries(own: number | undefined): number {
    return own === 0 ? own : (this.#options.maxRetries ?? own ?? this.maxRetries);
  }

  /** Where the tokens of a call come from: those of this client are fetched once for all its calls. */
  #source(scheme: FetchedScheme, { scopes }: RequestParts): NonNullable<Prepared['tokens']> {
    const tokens = this.#tokens.get(scheme.name) ?? scheme.tokens(this.#credentials);
    this.#tokens.set(scheme.name, tokens);
    return {
      token: () => tokens.token((...asked) => this.#ask(...asked), scopes),
      refuse: (token) => tokens.refuse(token),
    };
  }

  /** Posts a form that carries nothing of this client: neither its headers and its query, nor what its hooks add. */
  #ask(
    path: string,
    authorization: string | undefined,
    form: Record<string, string>,
  ): APIPromise<unknown> {
    const headers = mergeHeaders({
      'User-Agent': userAgent(this.#settings.package, this.#settings.version),
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
      Authorization: authorization,
    });
    const prepared: Prepared = {
      method: 'POST',
      url: this.#address(path),
      headers,
      body: new URLSearchParams(form).toString(),
      timeout: this.timeout,
      deadline: new Deadline(this.deadline),
      maxRetries: this.maxRetries,
      signal: undefined,
      fetchOptions: this.#options.fetchOptions ?? {},
    };
    const sender = { ...this.#sender, hooks: {} };
    return new APIPromise(new PendingAnswer(sender, Promise.resolve(prepared), 'json'));
  }

  #address(path: string, server?: string): string {
    const base = this.#base(server).replace(/\/+$/, '');
    return ABSOLUTE.test(path) ? path : `${base}/${path.replace(/^\/+/, '')}`;
  }

  #url(path: string, parts: RequestParts, proof: Proof): string {
    const url = this.#address(path, parts.server);
    const given = Object.entries(parts.query ?? {}).filter(([, value]) => value !== undefined);
    const added = parts.options?.query ?? {};
    const known = this.#chosen.carried('query');
    const query = {
      ...known,
      ...this.#defaultQuery,
      ...Object.fromEntries(given),
      ...proof.query,
      ...added,
    };
    const text = wholeQuery(queryString(query), parts.querystring);
    const whole = text ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url;
    if (!URL.canParse(whole)) throw new SDKError(`there can be no address ${whole}`);
    return whole;
  }

  /** Where a call is found: at an address of its own, unless the user chose one for the client. */
  #base(server: string | undefined): string {
    if (!this.baseURL) throw withoutAddress(this.#settings);
    if (server === undefined || this.#template.replace(/\/+$/, '') !== this.#settings.baseURL)
      return this.baseURL;
    return ABSOLUTE.test(server) ? server : `${this.baseURL}/${server.replace(/^\/+/, '')}`;
  }

  #headers(
    method: string,
    parts: RequestParts,
    proof: Proof,
    contentType: string | undefined,
  ): Headers {
    const { idempotencyKey, headers } = parts.options ?? {};
    const own = Object.entries(parts.headers ?? {}).map(([name, value]) => [
      name,
      headerValue(value),
    ]);
    const cookies = cookieHeader({ ...parts.cookies, ...proof.cookies });
    return mergeHeaders(
      {
        'User-Agent': userAgent(this.#settings.package, this.#settings.version),
        Accept: parts.accept ?? acceptOf(parts.as ?? 'json'),
        'Content-Type': contentType,
        Cookie: cookies || undefined,
      },
      this.#settings.headers,
      proof.headers,
      this.#chosen.headers(),
      this.#defaultHeaders,
      Object.fromEntries(own) as Record<string, string | undefined>,
      idempotency(this.#settings.idempotencyHeader, method, idempotencyKey),
      headers,
    );
  }

  #logger(level: ReturnType<typeof parseLogLevel>): Logger {
    return levelled(this.#options.logger ?? console, this.#options.logLevel ?? level ?? 'warn');
  }

  #refuseToLeak(): void {
    const hasSecret = Object.values(this.#credentials).some(Boolean);
    if (!isBrowser() || this.#options.dangerouslyAllowBrowser || !hasSecret) return;
    const message = 'in a browser, everybody who opens the page can read its credentials';
    throw new SDKError(`${message}: where they may, set dangerouslyAllowBrowser`);
  }

  #refuseWithoutProof(): void {
    const { auth, security, title, variables } = this.#settings;
    const names = new Set<string>();
    this.#defaultHeaders.forEach((_, name) => names.add(name));
    const missing = missingOptions(auth, security, this.#credentials, names);
    if (missing.length === 0) return;
    const ways = missing.map((option) => {
      const variable = variables[option];
      return `pass ${option}${variable ? `, or set ${variable}` : ''}`;
    });
    throw new SDKError(`${title} needs credentials: ${ways.join(' and ')}`);
  }
}

function addressOf(url: string, settings: Settings): string {
  if (!url && settings.hasCalls === false) return '';
  if (!url) throw withoutAddress(settings);
  if (!ABSOLUTE.test(url) || !URL.canParse(url)) {
    throw new SDKError(`baseURL must be an address with https:// or http://, unlike ${url}`);
  }
  return url.replace(/\/+$/, '');
}

function withoutAddress(settings: Settings): SDKError {
  return new SDKError(`${settings.title} has no address of its own: pass baseURL`);
}
