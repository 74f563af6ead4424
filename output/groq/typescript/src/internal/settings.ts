import type { StatusErrors } from '../core/error.js';
import type { AuthScheme, Alternatives } from './auth.js';
import type { ClientOption } from './choices.js';
import type { RetryPolicy } from './retry.js';

/** What the generator knows of an API: its names, where it is, how it is secured, and how it fails. */
export interface Settings {
  readonly package: string;
  readonly version: string;
  readonly title: string;
  /** Where the API is found, unless the user says; empty where the description does not tell. */
  readonly baseURL: string;
  /** False where the API only sends webhooks, so that a client needs no address. */
  readonly hasCalls?: boolean;
  /** Environment variables: of credentials by the names of their options, and of the client's own. */
  readonly variables: Readonly<Record<string, string>>;
  readonly auth: readonly AuthScheme[];
  readonly security: Alternatives;
  readonly retry: RetryPolicy;
  readonly errors: StatusErrors;
  /** The options of the client that are no credentials. */
  readonly options?: readonly ClientOption[];
  /** Headers of every request, unless somebody chose others. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that a request may take where nobody says. */
  readonly timeout?: number;
  /** The header of idempotency keys: with it, each call that changes something has a key of its own. */
  readonly idempotencyHeader?: string;
}
