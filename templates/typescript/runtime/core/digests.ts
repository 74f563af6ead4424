import type { BaseClient } from './client.js';
import {
  HMAC,
  InvalidWebhookSignatureError,
  USUAL_TOLERANCE,
  bytesOf,
  checkTime,
  fromBase64,
  headerOf,
  joined,
  keysOf,
  type ReceivedBody,
  type ReceivedHeaders,
  type VerifyKey,
  type VerifyOptions,
} from './webhooks.js';

/**
 * How webhooks are signed: the header with the digests, what stands before each, what is signed (`{body}` with
 * what is around it), and where the time is: a header, or, where it ends with `=`, a part of the same one.
 */
export interface DigestScheme {
  readonly header: string;
  readonly prefix?: string;
  readonly template?: string;
  readonly timestamp?: string;
  readonly encoding?: 'hex' | 'base64';
  readonly option?: string;
}

/**
 * Resolves if one of the keys has signed the body, by HMAC with SHA-256, and not too long ago where the webhook
 * tells its time. A text is the key as it is.
 */
export async function verifyDigest(
  client: BaseClient,
  payload: ReceivedBody,
  headers: ReceivedHeaders,
  options: VerifyOptions,
  scheme: DigestScheme,
): Promise<void> {
  const { prefix = '', template = '{body}', timestamp = '', option = 'webhookSecret' } = scheme;
  const given = options.key ?? client._credential(option).value ?? '';
  const keys = await Promise.all(keysOf(client, given, option).map(imported));
  const parts = headerOf(headers, scheme.header.toLowerCase()).split(/[\s,;]+/);
  let sent = '';
  if (timestamp !== '') {
    sent = timestamp.endsWith('=')
      ? (parts.find((part) => part.startsWith(timestamp))?.slice(timestamp.length) ?? '')
      : headerOf(headers, timestamp.toLowerCase());
    checkTime(sent, options.tolerance ?? USUAL_TOLERANCE);
  }
  const [before = '', after = ''] = template.replace('{timestamp}', sent).split('{body}');
  const encoder = new TextEncoder();
  const opened = joined(encoder.encode(before), bytesOf(payload));
  const signed = joined(opened, encoder.encode(after));
  const read = scheme.encoding === 'base64' ? fromBase64 : fromHex;
  const checks = parts
    .filter((part) => part.startsWith(prefix))
    .map((part) => read(part.slice(prefix.length)))
    .filter((signature) => signature !== undefined)
    .flatMap((signature) =>
      keys.map((key) => globalThis.crypto.subtle.verify(HMAC, key, signature, signed)),
    );
  if (!(await Promise.all(checks)).includes(true)) {
    throw new InvalidWebhookSignatureError(
      'the webhook has no signature that one of the keys made',
    );
  }
}

function imported(key: VerifyKey): Promise<CryptoKey> {
  const secret = typeof key === 'string' ? new TextEncoder().encode(key) : new Uint8Array(key);
  return globalThis.crypto.subtle.importKey('raw', secret, HMAC, false, ['verify']);
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
