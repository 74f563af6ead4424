import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  InternalServerError,
} from '../../../../templates/typescript/runtime/core/error.js';
import type { Stream } from '../../../../templates/typescript/runtime/core/streaming.js';
import { closed } from './abrupt.js';
import { Client, json, serving, SETTINGS, type Answer } from './server.js';

const GUARD = { timeout: 60_000 };
const LONG = 10 * 60_000;

const overdue = (error: unknown): boolean =>
  error instanceof APIConnectionTimeoutError && /its deadline of \d+ ms/.test(error.message);

/** An answer of a few bytes that goes on for ever. */
function dripping(kind: string, piece: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': kind });
    const timer = setInterval(() => response.write(piece), 5);
    response.on('close', () => clearInterval(timer));
  };
}

test('rule 38: no wait goes beyond the deadline, and then the failure itself is told', GUARD, async () => {
  const retry = { ...SETTINGS.retry, initial: 60, maximum: 60 };
  const table: [{ deadline?: number }, { deadline?: number | null }][] = [
    [{ deadline: 30_000 }, {}],
    [{}, { deadline: 30_000 }],
    [{ deadline: LONG }, { deadline: 30_000 }],
  ];
  for (const [client, options] of table) {
    await serving([json({}, 500)], async (baseURL, received) => {
      const hasty = new Client({ apiKey: 'k', baseURL, ...client }, { retry });
      await assert.rejects(async () => hasty.get('/x', { options }), InternalServerError);
      assert.equal(received.length, 1);
    });
  }
  await serving([json({}, 429, { 'retry-after': '31' })], async (baseURL, received) => {
    const hasty = new Client({ apiKey: 'k', baseURL, deadline: 30_000 });
    await assert.rejects(async () => hasty.get('/x'), { status: 429 });
    assert.equal(received.length, 1);
  });
  let address = '';
  await serving([json({})], async (url) => void (address = url));
  const hasty = new Client({ apiKey: 'k', baseURL: address, deadline: 30_000 }, { retry });
  await assert.rejects(async () => hasty.get('/x'), {
    constructor: APIConnectionError,
  });
});

test('a deadline that is far off, or taken away, changes nothing', GUARD, async () => {
  for (const [deadline, own] of [
    [LONG, undefined],
    [1, null],
    [1, LONG],
  ] as const) {
    await serving([json({}, 500), json({}, 500), json({ ok: 1 })], async (baseURL, received) => {
      const client = new Client({ apiKey: 'k', baseURL, deadline });
      assert.deepEqual(await client.get('/x', { options: { deadline: own } }), { ok: 1 });
      assert.equal(received.length, 3);
    });
  }
});

const NEVER: Record<string, Answer> = {
  'before the answer': () => {},
  'while the body drips': dripping('application/json', ' '),
  'while the body hangs': (_, response) => {
    response.writeHead(200, { 'content-length': '9' }).write('{"a":');
  },
};

for (const [where, answer] of Object.entries(NEVER)) {
  test(`rule 38: an attempt ends with the deadline ${where}, and there is no other`, GUARD, async () => {
    await serving([answer], async (baseURL, received, sockets) => {
      const client = new Client({ apiKey: 'k', baseURL, timeout: LONG, deadline: 1000 });
      await assert.rejects(async () => client.get('/x'), overdue);
      assert.equal(received.length, 1);
      await closed(sockets);
    });
  });
}

test('rule 38: all attempts share the time, and none of them has more of it', GUARD, async () => {
  await serving([json({}, 500), () => {}], async (baseURL, received, sockets) => {
    const client = new Client({ apiKey: 'k', baseURL, timeout: LONG, deadline: 1000 });
    await assert.rejects(async () => client.get('/x'), overdue);
    assert.equal(received.length, 2);
    await closed(sockets);
  });
  await serving([() => {}], async (baseURL, received) => {
    const client = new Client({ apiKey: 'k', baseURL, timeout: 500, deadline: LONG });
    await assert.rejects(async () => client.get('/x'), /nothing came for 500 ms/);
    assert.equal(received.length, 3);
  });
});

test(
  'rule 38: a stream and a download must begin before the deadline, and may take their time',
  GUARD,
  async () => {
    const slowly: Answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      setTimeout(() => response.end('data: [DONE]\n\n'), 1500);
    };
    const options = { deadline: 1000 };
    await serving([slowly], async (baseURL) => {
      const client = new Client({ apiKey: 'k', baseURL });
      const as = { events: 'sse', sentinel: '[DONE]' } as const;
      const found: unknown[] = [];
      for await (const item of await client.get<Stream<unknown>>('/x', { as, options })) found.push(item);
      assert.deepEqual(found, [1]);
      const response = await client.get<Response>('/x', { as: 'binary', options });
      assert.match(await response.text(), /DONE/);
      assert.match(await (await client.get('/x', { options }).asResponse()).text(), /DONE/);
    });
    await serving([() => {}], async (baseURL) => {
      const client = new Client({ apiKey: 'k', baseURL });
      for (const as of [{ events: 'sse' }, 'binary'] as const) {
        await assert.rejects(async () => client.get('/x', { as, options }), overdue);
      }
    });
  },
);

test('rule 35: what is over before it begins is not sent', GUARD, async () => {
  await serving([json({})], async (baseURL, received) => {
    const seen: unknown[] = [];
    const client = new Client({ apiKey: 'k', baseURL, beforeRequest: (request) => seen.push(request) });
    await assert.rejects(async () => client.get('/x', { options: { deadline: 0 } }), overdue);
    const options = { signal: AbortSignal.abort() };
    await assert.rejects(async () => client.get('/x', { options }), APIUserAbortError);
    assert.deepEqual([received.length, seen.length], [0, 0]);
  });
});

test('an abort goes before the deadline', GUARD, async () => {
  await serving([() => {}], async (baseURL, received) => {
    const controller = new AbortController();
    const client = new Client({ apiKey: 'k', baseURL, deadline: LONG });
    const call = client.get('/x', { options: { signal: controller.signal } });
    call.catch(() => {});
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await assert.rejects(async () => call, APIUserAbortError);
  });
});

test('copies keep the deadline or take another', GUARD, async () => {
  const client = new Client({ apiKey: 'k', baseURL: 'https://api.acme.example', deadline: 5 });
  assert.deepEqual(
    [
      client.deadline,
      client.withOptions({ maxRetries: 0 }).deadline,
      client.withOptions({ deadline: null }).deadline,
    ],
    [5, 5, null],
  );
});
