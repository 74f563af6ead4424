import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';

import {
  APIConnectionTimeoutError,
  NotFoundError,
  RateLimitError,
  SDKError,
} from '../../../../templates/typescript/runtime/core/error.js';
import type { Stream } from '../../../../templates/typescript/runtime/core/streaming.js';
import { Client, events, json, serving, type Answer, type Received } from './server.js';

const SSE = { events: 'sse' } as const;

/** What is sent, and what comes of it, where a client makes one call. */
async function calling(
  answers: Answer[],
  call: (client: Client) => PromiseLike<unknown>,
): Promise<{ received: Received[]; result: unknown }> {
  const found: { received: Received[]; result: unknown } = { received: [], result: undefined };
  await serving(answers, async (baseURL, received) => {
    found.result = await call(new Client({ apiKey: 'k', baseURL })).then(
      (value) => value,
      (reason: unknown) => reason,
    );
    found.received = received;
  });
  return found;
}

async function all(stream: PromiseLike<Stream<unknown>>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of await stream) found.push(item);
  return found;
}

test('cookies of a call stand beside the one that proves who sends it', async () => {
  const auth = [{ kind: 'key', name: 'key', option: 'apiKey', place: 'cookie', parameter: 'key' }] as const;
  await serving([json({})], async (baseURL, received) => {
    await new Client({ apiKey: 'k', baseURL }, { auth }).get('/x', { cookies: { a: 'b' } });
    assert.equal(received[0]?.headers['cookie'], 'a=b; key=k');
  });
});

test('a header of every request can stand in for the key', async () => {
  await serving([json({})], async (baseURL, received) => {
    await new Client({ baseURL, defaultHeaders: { Authorization: 'Own x' } }).get('/x');
    assert.equal(received[0]?.headers['authorization'], 'Own x');
  });
});

test('what no header can hold is refused, and a key among it is not shown', async () => {
  await serving([json({})], async (baseURL, received) => {
    const broken = new Client({ apiKey: 'sec\r\nret', baseURL });
    const said = await broken.get('/x').catch((reason: unknown) => reason);
    assert.ok(said instanceof SDKError);
    assert.match(said.message, /Authorization/);
    assert.doesNotMatch(said.message, /sec/);
    const client = new Client({ apiKey: 'k', baseURL });
    for (const headers of [{ 'X-A': 'a\r\nX-B: b' }, { 'X-A\r\nX-B': 'b' }]) {
      await assert.rejects(async () => client.get('/x', { options: { headers } }), SDKError);
    }
    assert.equal(received.length, 0);
  });
});

test('a call has a timeout of its own', async () => {
  const silent = await calling([() => {}], (client) =>
    client.get('/x', { options: { timeout: 30, maxRetries: 0 } }),
  );
  assert.ok(silent.result instanceof APIConnectionTimeoutError);
});

test('what JSON has no form for, and fields beside what has none, are not sent', async () => {
  const number = await calling([json({})], (client) => client.post('/x', { body: { a: 1n } }));
  assert.ok(number.result instanceof TypeError);
  const beside = await calling([json({})], (client) =>
    client.post('/x', { content: 'text', options: { body: { a: 1 } } }),
  );
  assert.ok(beside.result instanceof SDKError);
  assert.deepEqual([number.received.length, beside.received.length], [0, 0]);
});

test('the address that the user gives comes before that of an operation, and any address can be called', async () => {
  await serving([json({})], async (baseURL, received) => {
    const client = new Client({ apiKey: 'k', baseURL });
    await client.get('/x', { server: 'http://other.invalid' });
    await new Client({ apiKey: 'k', baseURL: 'http://acme.invalid' }).get(`${baseURL}/there`);
    assert.deepEqual(
      received.map((request) => request.url),
      ['/x', '/there'],
    );
  });
});

test('an upload by hand is sent again whole, under the same key', async () => {
  const multipart = { file: new File(['content'], 'a.txt'), empty: new File([], 'b.txt'), last: 1 };
  const { received } = await calling([json({}, 500), json({})], (client) =>
    client.post('/x', { multipart, options: { idempotencyKey: 'once' } }),
  );
  assert.equal(received.length, 2);
  assert.match(received[0]?.body ?? '', /content[^]*filename="b.txt"\r\n[^]*\r\n\r\n\r\n[^]*name="last"/);
  assert.equal(received[1]?.body, received[0]?.body);
  assert.deepEqual(
    received.map((request) => request.headers['idempotency-key']),
    ['once', 'once'],
  );
});

test('a file that is missing is refused before anything is sent', async () => {
  const { received, result } = await calling([json({})], (client) =>
    client.post('/x', { multipart: { file: createReadStream('missing') } }),
  );
  assert.match(String(result), /ENOENT/);
  assert.equal(received.length, 0);
});

test('a call without a result takes any answer, and one with an envelope gives what is inside', async () => {
  const html: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
  const { result } = await calling([html], (client) => client.get('/x', { as: 'nothing' }));
  assert.equal(result, undefined);
  await serving([json({ data: [1], more: true })], async (baseURL) => {
    const client = new Client({ apiKey: 'k', baseURL });
    assert.deepEqual((await client.get('/x', { unwrap: 'data' }).withResponse()).data, [1]);
    const response = await client.get('/x', { unwrap: 'data' }).asResponse();
    assert.deepEqual(await response.json(), { data: [1], more: true });
  });
});

test('a download that is refused is an error of its status', async () => {
  const { result } = await calling([json({}, 404)], (client) => client.get('/x', { as: 'binary' }));
  assert.ok(result instanceof NotFoundError);
});

test('a stream is asked for again before it runs, and comes with its response', async () => {
  await serving([json({}, 500), events(['data: 1\n\n'])], async (baseURL, received) => {
    const call = new Client({ apiKey: 'k', baseURL }).get<Stream<unknown>>('/x', { as: SSE });
    const { data, response } = await call.withResponse();
    assert.deepEqual(await all(Promise.resolve(data)), [1]);
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.equal(received.length, 2);
  });
});

test('events of text are no JSON', async () => {
  await serving([events(['data: {"a":\n\ndata: b\n\n'])], async (baseURL) => {
    const client = new Client({ apiKey: 'k', baseURL });
    assert.deepEqual(await all(client.get('/x', { as: { ...SSE, text: true } })), ['{"a":', 'b']);
  });
});

test('events that may be text are that where they are no JSON', async () => {
  await serving([events(['data: {"a":1}\n\ndata: b\n\n'])], async (baseURL) => {
    const client = new Client({ apiKey: 'k', baseURL });
    const as = { ...SSE, text: 'otherwise' } as const;
    assert.deepEqual(await all(client.get('/x', { as })), [{ a: 1 }, 'b']);
  });
});

test('an error within an event keeps the event, and what only looks like one is none', async () => {
  const within = { id: 'c', x: { error: { message: 'slow', status_code: 429 } } };
  const harmless = [{ id: 'a', error: null }, { id: 'b', error: 'a field' }, { x: { error: null } }];
  const pieces = [...harmless, within].map((event) => `data: ${JSON.stringify(event)}\n\n`);
  await serving([events(pieces)], async (baseURL) => {
    const client = new Client({ apiKey: 'k', baseURL });
    const seen: unknown[] = [];
    const read = async (): Promise<void> => {
      const as = { ...SSE, error: 'x.error' };
      for await (const item of await client.get<Stream<unknown>>('/x', { as })) seen.push(item);
    };
    const failure = await read().catch((reason: unknown) => reason);
    assert.ok(failure instanceof RateLimitError);
    assert.deepEqual(failure.error, { ...within, error: within.x.error });
    assert.deepEqual(seen, harmless);
  });
});
