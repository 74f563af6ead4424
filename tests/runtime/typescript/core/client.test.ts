import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';

import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIResponseValidationError,
  APIUserAbortError,
  RateLimitError,
  SDKError,
} from '../../../../templates/typescript/runtime/core/error.js';
import { path } from '../../../../templates/typescript/runtime/internal/path.js';
import { Client, json, serving, type Answer } from './server.js';

const KEY = 'sk-secret';

test('a request carries what the client and the call say, and null takes away', async () => {
  await serving([json({ ok: true })], async (baseURL, received) => {
    const client = new Client({
      apiKey: KEY,
      baseURL: `${baseURL}/`,
      defaultHeaders: { 'X-One': '1', 'X-Two': '2' },
      defaultQuery: { a: 1, b: 2 },
    });
    const parts = { query: { c: [3, 4], d: undefined }, body: { x: 1, y: undefined } };
    const options = { headers: { 'X-Two': null, 'X-Three': '3' }, query: { b: null }, body: { z: 2 } };
    const answer = await client.post('/things', { ...parts, options: { ...options, idempotencyKey: 'k' } });
    assert.deepEqual(answer, { ok: true });
    const [request] = received;
    assert.equal(request?.method, 'POST');
    assert.equal(request?.url, '/things?a=1&c=3&c=4');
    assert.equal(request?.body, '{"x":1,"z":2}');
    const { authorization, accept, 'content-type': kind, 'user-agent': agent } = request.headers;
    assert.deepEqual(
      [authorization, accept, kind],
      [`Bearer ${KEY}`, 'application/json', 'application/json'],
    );
    assert.match(agent ?? '', /^acme\/1\.2\.3 node\/\d+/);
    const { 'x-one': one, 'x-two': two, 'x-three': three, 'idempotency-key': key } = request.headers;
    assert.deepEqual([one, two, three, key], ['1', undefined, '3', 'k']);
  });
});

test('the environment is read where the options say nothing', async () => {
  await serving([json({})], async (baseURL, received) => {
    Object.assign(process.env, {
      ACME_API_KEY: ' from-env\n',
      ACME_BASE_URL: baseURL,
      ACME_HEADERS: 'X-Env: yes\nbad line',
    });
    try {
      await new Client({}).get('/x');
      assert.equal(received[0]?.headers['authorization'], 'Bearer from-env');
      assert.equal(received[0]?.headers['x-env'], 'yes');
    } finally {
      for (const name of ['ACME_API_KEY', 'ACME_BASE_URL', 'ACME_HEADERS']) delete process.env[name];
    }
  });
});

test('without credentials there is no client, and what is wrong is said', () => {
  assert.throws(() => new Client({}), { name: 'SDKError', message: /pass apiKey, or set ACME_API_KEY/ });
  assert.throws(() => new Client({ apiKey: KEY, baseURL: 'ftp://x' }), SDKError);
  assert.throws(() => new Client({ apiKey: KEY }, { baseURL: '' }), /pass baseURL/);
});

test('a browser is refused unless it is allowed', () => {
  const place = globalThis as unknown as Record<string, unknown>;
  Object.assign(place, { window: {}, document: {} });
  try {
    assert.throws(() => new Client({ apiKey: KEY }), /dangerouslyAllowBrowser/);
    new Client({ apiKey: KEY, dangerouslyAllowBrowser: true });
  } finally {
    delete place['window'];
    delete place['document'];
  }
});

test('a client that is logged shows no credentials', () => {
  assert.ok(!inspect(new Client({ apiKey: KEY }), { depth: 9, showHidden: true }).includes(KEY));
});

test('failures have a class, the status, the body and the name of the request', async () => {
  const body = { error: { message: 'Slow down', code: 'x' } };
  await serving([json(body, 429, { 'x-request-id': 'r1' })], async (baseURL) => {
    const client = new Client({ apiKey: KEY, baseURL, maxRetries: 0 });
    const error = await client.get('/x').catch((reason: unknown) => reason);
    assert.ok(error instanceof RateLimitError && error instanceof APIError);
    const { status, request_id, message, name } = error;
    assert.deepEqual(
      [status, request_id, message, name, error.error],
      [429, 'r1', '429: Slow down', 'RateLimitError', body],
    );
  });
});

test('an answer that is no JSON is an error with what came', async () => {
  const html: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
  await serving([html], async (baseURL) => {
    const error = await new Client({ apiKey: KEY, baseURL }).get('/x').catch((reason: unknown) => reason);
    assert.ok(error instanceof APIResponseValidationError);
    assert.equal(error.error, '<p>');
  });
});

test('rule 33: what may pass is tried again, and the server is told how often', async () => {
  const flaky = [json({}, 503), json({}, 408), json({ ok: 1 })];
  await serving(flaky, async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    assert.deepEqual(await client.post('/x', { body: { a: 1 } }), { ok: 1 });
    assert.deepEqual(
      received.map((request) => request.headers['x-retry-count']),
      [undefined, '1', '2'],
    );
    assert.deepEqual(new Set(received.map((request) => request.body)), new Set(['{"a":1}']));
  });
});

test('rule 31: the server may forbid another attempt', async () => {
  await serving([json({}, 500, { 'x-should-retry': 'false' })], async (baseURL, received) => {
    await assert.rejects(async () => new Client({ apiKey: KEY, baseURL }).get('/x'), APIError);
    assert.equal(received.length, 1);
  });
});

test('rule 32: a wait above the cap is refused', async () => {
  await serving([json({}, 429, { 'retry-after': '121' })], async (baseURL, received) => {
    await assert.rejects(async () => new Client({ apiKey: KEY, baseURL }).get('/x'), RateLimitError);
    assert.equal(received.length, 1);
  });
});

test('a call that is not retried by itself is retried where the caller says so', async () => {
  await serving([json({}, 500)], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    await assert.rejects(async () => client.get('/x', { retries: 0 }));
    assert.equal(received.length, 1);
    await assert.rejects(async () => client.get('/x', { retries: 0, options: { maxRetries: 1 } }));
    assert.equal(received.length, 3);
  });
});

test('connections that hang up are tried again, and then an error of ours with its cause', async () => {
  const hangsUp: Answer = (_, response) => response.socket?.destroy();
  await serving([hangsUp], async (baseURL, received) => {
    const error = await new Client({ apiKey: KEY, baseURL }).get('/x').catch((reason: unknown) => reason);
    assert.ok(error instanceof APIConnectionError);
    assert.ok(error.cause instanceof Error);
    assert.equal(received.length, 3);
  });
});

test('an answer that breaks off is asked for again', async () => {
  const breaksOff: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"a":');
    setImmediate(() => response.socket?.destroy());
  };
  await serving([breaksOff, json({ a: 1 })], async (baseURL, received) => {
    assert.deepEqual(await new Client({ apiKey: KEY, baseURL }).get('/x'), { a: 1 });
    assert.equal(received.length, 2);
  });
});

test('a server that says nothing, or stops in the middle, is given up', async () => {
  const silent: Answer = () => {};
  const stalls: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"a":');
  };
  for (const answer of [silent, stalls]) {
    await serving([answer], async (baseURL, _, sockets) => {
      const client = new Client({ apiKey: KEY, baseURL, timeout: 30, maxRetries: 1 });
      await assert.rejects(async () => client.get('/x'), APIConnectionTimeoutError);
      await closed(sockets);
    });
  }
});

test('an aborted call ends at once, is never tried again, and leaves no listener', async () => {
  await serving([() => {}], async (baseURL, received, sockets) => {
    const said: string[] = [];
    const note = (message: string): void => void said.push(message);
    const logger = { error: note, warn: note, info: note, debug: note };
    const client = new Client({ apiKey: KEY, baseURL, logger, logLevel: 'info' });
    const controller = new AbortController();
    const call = client.get('/x', { options: { signal: controller.signal } });
    call.catch(() => {});
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await assert.rejects(async () => call, APIUserAbortError);
    assert.deepEqual(said, []); // no word of another attempt
    await assert.rejects(
      async () => client.get('/x', { options: { signal: controller.signal } }),
      APIUserAbortError,
    );
    assert.equal(received.length, 1);
    await closed(sockets);
  });
});

test('an abort between two attempts ends the wait', async () => {
  await serving([json({}, 429, { 'retry-after': '60' })], async (baseURL, received) => {
    const controller = new AbortController();
    const client = new Client({ apiKey: KEY, baseURL });
    const call = client.get('/x', { options: { signal: controller.signal } });
    call.catch(() => {});
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    setTimeout(() => controller.abort(), 20);
    await assert.rejects(async () => call, APIUserAbortError);
    assert.equal(received.length, 1);
  });
});

test('where there are only webhooks no address is needed', async () => {
  const client = new Client({ apiKey: KEY }, { baseURL: '', hasCalls: false });
  await assert.rejects(client.get('/x'), /has no address of its own: pass baseURL/);
  assert.throws(() => new Client({ apiKey: KEY }, { baseURL: '' }), /has no address of its own/);
});

test('nothing listens at the address', async () => {
  let address = '';
  await serving([json({})], async (url) => void (address = url));
  const client = new Client({ apiKey: KEY, baseURL: address, maxRetries: 0 });
  await assert.rejects(async () => client.get('/x'), APIConnectionError);
});

test('credentials never follow a redirect to another origin', async () => {
  await serving([json({ there: true })], async (elsewhere, strangers) => {
    const away: Answer = (_, response) => response.writeHead(307, { location: `${elsewhere}/y` }).end();
    await serving([away], async (baseURL, received) => {
      const auth = [
        { kind: 'key', name: 'key', option: 'apiKey', place: 'header', parameter: 'X-Key' },
      ] as const;
      const client = new Client({ apiKey: KEY, baseURL }, { auth });
      assert.deepEqual(await client.post('/x', { body: { a: 1 } }), { there: true });
      assert.equal(received[0]?.headers['x-key'], KEY);
      assert.equal(strangers[0]?.headers['x-key'], undefined);
      assert.equal(strangers[0]?.body, '{"a":1}');
    });
  });
});

test('redirects on the same origin keep the credentials, and do not go on for ever', async () => {
  const around: Answer = (_, response) => response.writeHead(303, { location: '/again' }).end();
  await serving([around, json({ a: 1 })], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    assert.deepEqual(await client.post('/x', { body: {} }), { a: 1 });
    assert.deepEqual([received[1]?.method, received[1]?.body], ['GET', '']);
    assert.equal(received[1]?.headers['authorization'], `Bearer ${KEY}`);
  });
  await serving([around], async (baseURL, received) => {
    await assert.rejects(async () => new Client({ apiKey: KEY, baseURL }).get('/x'), APIError);
    assert.equal(received.length, 21);
  });
});

test('log messages hold no credentials', async () => {
  await serving([json({}, 500)], async (baseURL) => {
    const said: unknown[] = [];
    const note = (...parts: unknown[]): void => void said.push(...parts);
    const logger = { error: note, warn: note, info: note, debug: note };
    const client = new Client({ apiKey: KEY, baseURL, logger, logLevel: 'debug' });
    await assert.rejects(async () => client.get('/x', { query: { token: KEY } }));
    assert.ok(said.length > 4);
    assert.ok(!inspect(said, { depth: 9 }).includes(KEY));
  });
});

test('a promise gives the response, with its body unread or together with the result', async () => {
  await serving([json({ a: 1 }, 200, { 'x-request-id': 'r7' })], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    const response = await client.get('/x').asResponse();
    assert.deepEqual(await response.json(), { a: 1 });
    const call = client.get('/x');
    const { data, request_id } = await call.withResponse();
    assert.deepEqual([data, request_id, await call], [{ a: 1 }, 'r7', { a: 1 }]);
    assert.equal(received.length, 2);
  });
});

test('the body of a response is read once, by whoever asks first, and nothing is sent again for another', async () => {
  await serving([json({ a: 1 })], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    const taken = client.get('/x');
    const response = await taken.asResponse();
    assert.equal(await taken.asResponse(), response);
    await assert.rejects(async () => taken, SDKError);
    assert.deepEqual(await response.json(), { a: 1 });
    const read = client.get('/x');
    assert.deepEqual(await read, { a: 1 });
    assert.ok((await read.asResponse()).bodyUsed);
    const [one, other] = await Promise.allSettled([client.get('/x').asResponse(), client.get('/x')]);
    assert.deepEqual([one.status, other.status], ['fulfilled', 'fulfilled']);
    assert.equal(received.length, 4);
  });
});

test('withOptions changes what it names, and nothing of the client itself', async () => {
  await serving([json({}, 500)], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    const once = client.withOptions({ maxRetries: 0 });
    assert.ok(once instanceof Client);
    await assert.rejects(async () => once.get('/x'));
    assert.deepEqual([received.length, client.maxRetries, once.baseURL], [1, 2, baseURL]);
  });
});

test('a parameter stays inside its segment, and an empty one is refused before anything is sent', async () => {
  await serving([json({})], async (baseURL, received) => {
    const client = new Client({ apiKey: KEY, baseURL });
    await client.get(path`/a/${'x/../y?z#%2e'}/b`);
    assert.equal(received[0]?.url, '/a/x%2F..%2Fy%3Fz%23%252e/b');
    for (const value of ['', '..', '.', undefined, null, []]) {
      await assert.rejects(async () => client.get(path`/a/${value}`), SDKError);
    }
    await assert.rejects(async () => client.get(path`/a/.${'.'}/b`), SDKError);
    assert.equal(received.length, 1);
  });
});

async function closed(sockets: Set<unknown>): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
}
