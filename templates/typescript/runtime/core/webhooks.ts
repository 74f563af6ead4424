import type { BaseClient } from './client.js';
import { SDKError } from './error.js';

/** What was received is not signed as a webhook of the service is, or it is too old. */
export class InvalidWebhookSignatureError extends SDKError {
  override readonly name: string = 'InvalidWebhookSignatureError';
}

/** What was received is no JSON text. The reason is in `cause`. */
export class InvalidWebhookPayloadError extends SDKError {
  override readonly name: string = 'InvalidWebhookPayloadError';
}

/** The body of a request as it came, before anything parsed it. */
export type ReceivedBody = string | Uint8Array | ArrayBuffer;

/** The headers of a request that was received, by their names in any case. */
export type ReceivedHeaders =
  Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A secret of webhooks: base64 with or without `whsec_` before it, or the bytes themselves. */
export type VerifyKey = string | Uint8Array;

/** How a webhook is verified. */
export interface VerifyOptions {
  /** The secret, or several while it changes; by default that of the client. */
  key?: VerifyKey | readonly VerifyKey[] | undefined;
  /** Seconds that may lie between the time of the webhook, where it tells one, and now; 300 by default. */
  tolerance?: number | undefined;
}

/** What is not as usual: the client's option for the secret, and what the names of headers begin with. */
export interface Scheme {
  readonly option?: string;
  readonly prefix?: string;
}

/** Seconds. */
export const USUAL_TOLERANCE = 300;
/** How webhooks are signed. */
export const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Resolves if one of the keys has signed the body, and not too long ago, as the Standard Webhooks specification
 * says: by HMAC with SHA-256 over the id, the time and the body, divided by dots.
 */
export async function verify(
  client: BaseClient,
  payload: ReceivedBody,
  headers: ReceivedHeaders,
  options: VerifyOptions,
  scheme: Scheme = {},
): Promise<void> {
  const option = scheme.option ?? 'webhookSecret';
  const given = options.key ?? (client._credential(option).value ?? '').split(/\s+/);
  const keys = await Promise.all(keysOf(client, given, option).map(imported));
  const [id, sent, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    headerOf(headers, `${scheme.prefix ?? 'webhook'}-${part}`.toLowerCase()),
  ) as [string, string, string];
  checkTime(sent, options.tolerance ?? USUAL_TOLERANCE);
  const signed = joined(new TextEncoder().encode(`${id}.${sent}.`), bytesOf(payload));
  const checks = versionsOf(signatures).flatMap((signature) =>
    keys.map((key) => globalThis.crypto.subtle.verify(HMAC, key, signature, signed)),
  );
  if (!(await Promise.all(checks)).includes(true)) {
    throw new InvalidWebhookSignatureError(
      'the webhook has no signature that one of the keys made',
    );
  }
}

/** The event in the body of a webhook. */
export function readEvent<T>(payload: ReceivedBody): T {
  try {
    const text = typeof payload === 'string' ? payload : new TextDecoder().decode(payload);
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new InvalidWebhookPayloadError('the payload of the webhook is no JSON text', { cause });
  }
}

/** The keys that count: there is at least one. */
export function keysOf(
  client: BaseClient,
  given: VerifyKey | readonly VerifyKey[],
  option: string,
): VerifyKey[] {
  const { variable } = client._credential(option);
  const keys = typeof given === 'string' || given instanceof Uint8Array ? [given] : [...given];
  if (!keys.some((one) => one.length > 0)) {
    const ways = `pass key, give ${option} to the client${variable ? `, or set ${variable}` : ''}`;
    throw new SDKError(`webhooks cannot be verified without a key: ${ways}`);
  }
  return keys;
}

async function imported(key: VerifyKey): Promise<CryptoKey> {
  const secret = typeof key === 'string' ? fromBase64(key.trim().replace(/^whsec_/, '')) : key;
  if (secret === undefined || secret.length === 0) {
    throw new SDKError('the key of webhooks is not base64, with whsec_ before it');
  }
  return globalThis.crypto.subtle.importKey('raw', new Uint8Array(secret), HMAC, false, ['verify']);
}

/** What a header says. */
export function headerOf(headers: ReceivedHeaders, name: string): string {
  const found =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const value = (typeof found === 'string' ? found : (found?.join(' ') ?? '')).trim();
  if (!value) throw new InvalidWebhookSignatureError(`the webhook has no header ${name}`);
  return value;
}

/** Throws where a time is none, or not near. */
export function checkTime(sent: string, tolerance: number): void {
  if (!/^\d{1,12}$/.test(sent)) {
    throw new InvalidWebhookSignatureError('the time of the webhook is no number of seconds');
  }
  const age = Date.now() / 1000 - Number(sent);
  if (Math.abs(age) > tolerance) {
    throw new InvalidWebhookSignatureError(
      `the webhook is ${age > 0 ? 'too old' : 'from the future'}`,
    );
  }
}

/** The signatures of the version that is known; others are for other receivers. */
function versionsOf(signatures: string): Uint8Array<ArrayBuffer>[] {
  const known = signatures.split(/\s+/).filter((part) => part.startsWith('v1,'));
  return known.map((part) => fromBase64(part.slice(3))).filter((bytes) => bytes !== undefined);
}

/** The bytes; undefined where the text is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!BASE64.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** The bytes of a body. */
export function bytesOf(payload: ReceivedBody): Uint8Array {
  if (typeof payload === 'string') return new TextEncoder().encode(payload);
  return payload instanceof Uint8Array ? payload : new Uint8Array(payload);
}

/** Both, one after the other. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
