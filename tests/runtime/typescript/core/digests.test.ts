import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  verifyDigest,
  type DigestScheme,
} from '../../../../templates/typescript/runtime/core/digests.js';
import { SDKError } from '../../../../templates/typescript/runtime/core/error.js';
import {
  InvalidWebhookSignatureError,
  type ReceivedHeaders,
  type VerifyOptions,
} from '../../../../templates/typescript/runtime/core/webhooks.js';
import { Client } from './server.js';

// The digests were made with `openssl dgst -sha256 -hmac`.
const BODY = '{"type": "born", "name": "Zoë"}';
const KEY = 'It is a secret';
const OF_BODY = '34f6e7665a9652f7097c18f8e173f5a4f82e2b0a98a641a2dd7ae647442e4bb0';
const OF_TIME_AND_BODY = '17e7557a26c9fb0df8864b2691827500c03a9f575477921120eacc0cfa0842b8';
const OF_VERSION_TOO = '736819802d42e4c927a878eb153949001963ceb69a4caca2268a45b1b67ed08c';
const IN_BASE64 = 'NPbnZlqWUvcJfBj44XP1pPguKwqYpkGi3XrmR0QuS7A=';
const NOW = 1_700_000_000;
Date.now = () => NOW * 1000;

const HUB: DigestScheme = { header: 'X-Hub-Signature-256', prefix: 'sha256=' };
const PAIRS: DigestScheme = {
  header: 'Pay-Signature',
  prefix: 'v1=',
  template: '{timestamp}.{body}',
  timestamp: 't=',
};
const TIMED: DigestScheme = {
  header: 'X-Sig',
  prefix: 'v0=',
  template: 'v0:{timestamp}:{body}',
  timestamp: 'X-Sig-Time',
};
const SHOP: DigestScheme = { header: 'X-Shop-Hmac', encoding: 'base64' };

const check = (
  scheme: DigestScheme,
  received: ReceivedHeaders,
  options: VerifyOptions & { body?: string; client?: Client } = {},
): Promise<void> => {
  const { body = BODY, client = new Client({ apiKey: 'k' }), ...rest } = options;
  return verifyDigest(client, body, received, { key: KEY, ...rest }, scheme);
};

const refused = (promise: Promise<void>, message: RegExp = /no signature/): Promise<void> =>
  assert.rejects(promise, (error: Error) => {
    assert.ok(error instanceof InvalidWebhookSignatureError);
    assert.match(error.message, message);
    return true;
  });

test('a body that a digest signs is believed', async () => {
  const both = ['another', new TextEncoder().encode(KEY)];
  for (const key of [KEY, new TextEncoder().encode(KEY), both]) {
    await check(HUB, { 'x-hub-signature-256': `sha256=${OF_BODY}` }, { key });
    await check(HUB, { 'X-Hub-Signature-256': `sha256=${OF_BODY.toUpperCase()}` }, { key });
    await check(PAIRS, { 'Pay-Signature': `t=${NOW},v1=${OF_TIME_AND_BODY},v0=00` }, { key });
    await check(PAIRS, { 'pay-signature': `v1=00; v1=${OF_TIME_AND_BODY}; t=${NOW}` }, { key });
    await check(TIMED, { 'x-sig': `v0=${OF_VERSION_TOO}`, 'x-sig-time': `${NOW}` }, { key });
    await check(SHOP, { 'X-Shop-Hmac': IN_BASE64 }, { key });
  }
});

test('whatever is not what a key has signed is refused', async () => {
  const hub = { 'x-hub-signature-256': `sha256=${OF_BODY}` };
  await refused(check(HUB, hub, { body: `${BODY} ` }));
  await refused(check(HUB, hub, { key: KEY.split(' ') }));
  for (const value of [OF_BODY, `sha1=${OF_BODY}`, 'sha256=', 'sha256=zz', `sha256=${OF_BODY}0`]) {
    await refused(check(HUB, { 'x-hub-signature-256': value }));
  }
  await refused(check(PAIRS, { 'pay-signature': `t=${NOW + 1},v1=${OF_TIME_AND_BODY}` }));
  await refused(check(PAIRS, { 'pay-signature': `t=${NOW},v1=${OF_BODY}` }));
  await refused(check(SHOP, { 'x-shop-hmac': OF_BODY }));
  await refused(check(HUB, {}), /no header x-hub-signature-256/);
  await refused(check(PAIRS, { 'pay-signature': 'v1=00' }), /no number of seconds/);
  await refused(check(TIMED, { 'x-sig': 'v0=00' }), /no header x-sig-time/);
});

test('a time that is signed must be near', async () => {
  const received = { 'pay-signature': `t=${NOW},v1=${OF_TIME_AND_BODY}` };
  for (const [apart, which] of [
    [301, /too old/],
    [-301, /from the future/],
  ] as const) {
    Date.now = () => (NOW + apart) * 1000;
    await refused(check(PAIRS, received), which);
    await check(PAIRS, received, { tolerance: 302 });
  }
  Date.now = () => NOW * 1000;
});

test('the secret of the client is one key, and without a key nothing is believed', async () => {
  const received = { 'x-hub-signature-256': `sha256=${OF_BODY}` };
  const client = new Client({ apiKey: 'k', webhookSecret: KEY });
  await check(HUB, received, { key: undefined, client });
  for (const key of ['', [], undefined]) {
    await assert.rejects(check(HUB, received, { key }), (error: Error) => {
      assert.ok(error instanceof SDKError && !(error instanceof InvalidWebhookSignatureError));
      return /without a key/.test(error.message);
    });
  }
});
