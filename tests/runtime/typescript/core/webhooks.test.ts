import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

import { SDKError } from '../../../../templates/typescript/runtime/core/error.js';
import {
  InvalidWebhookPayloadError,
  InvalidWebhookSignatureError,
  readEvent,
  verify,
  type ReceivedHeaders,
  type Scheme,
  type VerifyOptions,
  type ReceivedBody,
} from '../../../../templates/typescript/runtime/core/webhooks.js';
import { Client } from './server.js';

const BODY = '{"type": "born", "name": "Zoë"}';
const OLD = Buffer.from('an old key of 24 bytes..');
const NEW = Buffer.from('a new key of 24 bytes...');
const NOW = 1_700_000_000;
Date.now = () => NOW * 1000;
const textOf = (key: Buffer): string => `whsec_${key.toString('base64')}`;

/** One signature, by the specification and apart from the runtime. */
function signature(key: Buffer, sent: unknown = NOW, body: string = BODY, id = 'msg_1'): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${sent}.${body}`).digest('base64')}`;
}

function headers(signatures: string, sent: unknown = NOW, id = 'msg_1'): Record<string, string> {
  return { 'webhook-id': id, 'webhook-timestamp': `${sent}`, 'webhook-signature': signatures };
}

const check = (
  received: ReceivedHeaders,
  options: VerifyOptions & { payload?: ReceivedBody; scheme?: Scheme; client?: Client } = {},
): Promise<void> => {
  const { payload = BODY, scheme, client = new Client({ apiKey: 'k' }), ...rest } = options;
  return verify(client, payload, received, rest, scheme);
};

const refused = (promise: Promise<void>, message: RegExp = /no signature/): Promise<void> =>
  assert.rejects(promise, (error: Error) => {
    assert.ok(error instanceof InvalidWebhookSignatureError && error instanceof SDKError);
    assert.match(error.message, message);
    return true;
  });

test('what is signed is believed, whatever the body and the key are given as', async () => {
  const received = headers(signature(NEW));
  const bytes = new TextEncoder().encode(BODY);
  for (const payload of [BODY, bytes, bytes.buffer]) {
    for (const key of [textOf(NEW), NEW.toString('base64'), new Uint8Array(NEW), NEW]) {
      await check(received, { payload, key });
    }
  }
});

test('the example that is published with the specification is believed', async () => {
  const sent = 1614265330;
  const made = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
  const received = headers(made, sent, 'msg_p5jXN8AQM9LWM0D4loKWxJek');
  const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  await check(received, { payload: '{"test": 2432232314}', key, tolerance: NOW - sent });
});

test('headers are found in any case, in Headers, and as Node gives them', async () => {
  const received = headers(signature(NEW));
  const titled = { 'Webhook-Id': 'msg_1', 'WEBHOOK-TIMESTAMP': `${NOW}` };
  await check({ ...titled, 'Webhook-Signature': signature(NEW) }, { key: NEW });
  await check(new Headers(received), { key: NEW });
  await check({ ...received, 'webhook-signature': ['v1,', signature(NEW)] }, { key: NEW });
  const other = Object.entries(received).map(([name, value]) => [
    name.replace('webhook', 'svix'),
    value,
  ]);
  const scheme = { prefix: 'Svix' };
  await check(Object.fromEntries(other), { key: NEW, scheme });
  await refused(check(received, { key: NEW, scheme }), /no header svix-id/);
});

test('any of several signatures and keys is enough', async () => {
  const both = headers(`${signature(OLD)} ${signature(NEW)}`);
  await check(both, { key: OLD });
  await check(both, { key: NEW });
  await check(headers(signature(NEW)), { key: [textOf(OLD), NEW] });
  await refused(check(headers(signature(OLD)), { key: NEW }));
});

test('signatures of other versions do not count', async () => {
  const made = signature(NEW).slice(3);
  await check(headers(`v1a,${made} v2 v1,%%% ${signature(NEW)}`), { key: NEW });
  for (const other of [
    `v1a,${made}`,
    `v2,${made}`,
    made,
    `V1,${made}`,
    `v1:${made}`,
    `v1,${made}x`,
    'v1,',
    'v1,é',
  ]) {
    await refused(check(headers(other), { key: NEW }));
  }
});

test('what was changed is refused', async () => {
  const received = headers(signature(NEW));
  for (const payload of [`${BODY} `, BODY.replace('born', 'gone'), new Uint8Array([255, 254])]) {
    await refused(check(received, { payload, key: NEW }));
  }
  await refused(check({ ...received, 'webhook-id': 'msg_2' }, { key: NEW }));
  await refused(check({ ...received, 'webhook-timestamp': `${NOW + 1}` }, { key: NEW }));
  await refused(check(headers(signature(Buffer.from('not known'))), { key: NEW }));
});

test('five minutes may lie between both clocks', async () => {
  for (const [apart, message] of [
    [-301, /too old/],
    [301, /from the future/],
  ] as const) {
    const near = NOW + Math.sign(apart) * 300;
    await check(headers(signature(NEW, near), near), { key: NEW });
    const sent = NOW + apart;
    const received = headers(signature(NEW, sent), sent);
    await refused(check(received, { key: NEW }), message);
    await refused(check(received, { key: NEW, tolerance: 10 }), message);
    await check(received, { key: NEW, tolerance: 400 });
  }
});

test('a time that is none is refused', async () => {
  for (const sent of ['soon', '1.7e9', '-1700000000', '1_700_000_000', '١٧', '9'.repeat(5000)]) {
    const received = headers(signature(NEW, sent), sent);
    await refused(check(received, { key: NEW }), /no number of seconds/);
  }
});

test('every header is needed', async () => {
  const received = headers(signature(NEW));
  for (const name of Object.keys(received)) {
    const message = new RegExp(`no header ${name}`);
    await refused(check({ ...received, [name]: ' ' }, { key: NEW }), message);
    await refused(check({ ...received, [name]: undefined }, { key: NEW }), message);
  }
});

test('the key comes from the call, then from the client', async () => {
  const received = headers(signature(NEW));
  const client = new Client({ apiKey: 'k', webhookSecret: `${textOf(OLD)} ${textOf(NEW)}` });
  await check(received, { client });
  await refused(check(received, { client, key: OLD }));
  await assert.rejects(check(received, { client, scheme: { option: 'hookKey' } }), /give hookKey/);
});

test('a key that is missing or none is the mistake of the receiver', async () => {
  const received = headers(signature(Buffer.from('')));
  for (const key of [
    undefined,
    '',
    new Uint8Array(),
    [],
    'whsec_',
    'whsec_%%%',
    'whsec_YQ',
    'clé',
  ]) {
    await assert.rejects(check(received, { key }), (error: Error) => {
      assert.ok(error instanceof SDKError && !(error instanceof InvalidWebhookSignatureError));
      return /pass key, give webhookSecret|the key of webhooks is not base64/.test(error.message);
    });
  }
});

test('an event is read from text and from bytes, and what is no JSON says so', () => {
  const bytes = new TextEncoder().encode(BODY);
  for (const payload of [BODY, bytes, bytes.buffer]) {
    assert.deepEqual(readEvent(payload), { type: 'born', name: 'Zoë' });
  }
  for (const payload of ['', '{', new Uint8Array([1])]) {
    assert.throws(() => readEvent(payload), InvalidWebhookPayloadError);
  }
});
