import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  APIConnectionTimeoutError,
  APIUserAbortError,
} from '../../../../templates/typescript/runtime/core/error.js';
import type { OutgoingRequest } from '../../../../templates/typescript/runtime/core/options.js';
import type { Stream } from '../../../../templates/typescript/runtime/core/streaming.js';
import { closed } from './abrupt.js';
import { Client, events, json, serving, type Answer } from './server.js';

const GUARD = { timeout: 60_000 };

test('hooks see every attempt, and what they add is sent with that attempt alone', GUARD, async () => {
  await serving([json({}, 503), json({ ok: 1 })], async (baseURL, received) => {
    const seen: unknown[] = [];
    const client = new Client({
      apiKey: 'k',
      baseURL,
      async beforeRequest({ method, url, headers, body }: OutgoingRequest) {
        await Promise.resolve();
        seen.push(`${method} ${url} ${String(body)}`);
        if (seen.length === 1) headers.set('X-First', '1');
        headers.set('X-Signature', `signed ${String(body).length}`);
      },
      afterResponse: (response) => seen.push(response.status),
    });
    const options = { idempotencyKey: 'i' };
    assert.deepEqual(await client.post('/x', { body: { a: 1 }, options }), { ok: 1 });
    const line = `POST ${baseURL}/x {"a":1}`;
    assert.deepEqual(seen, [line, 503, line, 200]);
    const sent = received.map(({ headers }) => [
      headers['x-signature'],
      headers['x-first'],
      headers['x-retry-count'],
      headers['idempotency-key'], // rule 34: the same for all attempts
    ]);
    assert.deepEqual(sent, [
      ['signed 7', '1', undefined, 'i'],
      ['signed 7', undefined, '1', 'i'],
    ]);
  });
});

test('a hook can look into a body without taking it away', GUARD, async () => {
  const answer = events(['data: 1\n\ndata: [DONE]\n\n']);
  await serving([json({ a: 1 }), answer], async (baseURL) => {
    const seen: unknown[] = [];
    const afterResponse = async (response: Response): Promise<void> => {
      seen.push(response.bodyUsed);
      if (seen.length === 1) seen.push(await response.clone().text());
    };
    const client = new Client({ apiKey: 'k', baseURL, afterResponse });
    assert.deepEqual(await client.get('/x'), { a: 1 });
    const as = { events: 'sse', sentinel: '[DONE]' } as const;
    const found: unknown[] = [];
    for await (const item of await client.get<Stream<unknown>>('/x', { as })) found.push(item);
    assert.deepEqual([found, seen], [[1], [false, '{"a":1}', false]]);
  });
});

for (const place of ['beforeRequest', 'afterResponse'] as const) {
  test(`what ${place} throws is thrown by the call, which is not tried again`, GUARD, async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200).write('x');
    };
    await serving([endless], async (baseURL, received, sockets) => {
      const mine = new RangeError('mine');
      const kept: unknown[] = []; // what is given up must be given back even where it is still known
      for (const hook of [
        (given: unknown) => {
          kept.push(given);
          throw mine;
        },
        (given: unknown) => Promise.reject(kept.push(given) && mine),
      ]) {
        const client = new Client({ apiKey: 'k', baseURL, [place]: hook });
        await assert.rejects(async () => client.get('/x'), mine);
      }
      assert.equal(received.length, place === 'beforeRequest' ? 0 : 2);
      await closed(sockets);
      assert.equal(kept.length, 2);
    });
  });

  test(`${place} holds up neither an abort nor a deadline`, GUARD, async () => {
    await serving([json({})], async (baseURL, _, sockets) => {
      let begin = (): void => {};
      const hook = (): Promise<void> => {
        begin();
        return new Promise(() => {});
      };
      const client = new Client({ apiKey: 'k', baseURL, [place]: hook });
      const controller = new AbortController();
      const hasBegun = new Promise<void>((resolve) => (begin = resolve));
      const call = client.get('/x', { options: { signal: controller.signal } });
      call.catch(() => {});
      await hasBegun;
      controller.abort();
      await assert.rejects(async () => call, APIUserAbortError);
      const late = async (): Promise<unknown> => client.get('/x', { options: { deadline: 100 } });
      await assert.rejects(late, APIConnectionTimeoutError);
      await closed(sockets);
    });
  });
}

test('what a hook adds or changes follows no redirect to another origin', GUARD, async () => {
  await serving([json({ there: true })], async (elsewhere, strangers) => {
    const near: Answer = (_, response) => response.writeHead(307, { location: '/near' }).end();
    const away: Answer = (_, response) => response.writeHead(307, { location: elsewhere }).end();
    await serving([near, away], async (baseURL, received) => {
      const beforeRequest = ({ headers }: OutgoingRequest): void => {
        headers.set('X-Signature', 'secret');
        headers.set('X-Known', 'secret');
      };
      const defaultHeaders = { 'X-Known': 'known', 'X-Kept': 'kept' };
      const client = new Client({ apiKey: 'k', baseURL, beforeRequest, defaultHeaders });
      assert.deepEqual(await client.get('/x'), { there: true });
      const names = ['x-signature', 'x-known', 'x-kept'] as const;
      const shown = [...received, ...strangers].map(({ headers }) => names.map((name) => headers[name]));
      assert.deepEqual(shown, [
        ['secret', 'secret', 'kept'],
        ['secret', 'secret', 'kept'],
        [undefined, undefined, 'kept'],
      ]);
    });
  });
});

test('copies keep hooks or take others', GUARD, async () => {
  await serving([json({})], async (baseURL) => {
    const seen: string[] = [];
    const client = new Client({ apiKey: 'k', baseURL, beforeRequest: () => seen.push('first') });
    await client.withOptions({ maxRetries: 0 }).get('/x');
    await client.withOptions({ beforeRequest: undefined }).get('/x');
    await client.withOptions({ beforeRequest: () => seen.push('other') }).get('/x');
    assert.deepEqual(seen, ['first', 'other']);
  });
});
