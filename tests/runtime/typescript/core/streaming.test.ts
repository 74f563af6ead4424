import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Events } from '../../../../templates/typescript/runtime/internal/events.js';

import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  RateLimitError,
  SDKError,
  StreamError,
} from '../../../../templates/typescript/runtime/core/error.js';
import { Stream } from '../../../../templates/typescript/runtime/core/streaming.js';
import type { Framing } from '../../../../templates/typescript/runtime/internal/request.js';
import { JSONLinesDecoder, SSEDecoder } from '../../../../templates/typescript/runtime/internal/sse.js';
import { Client, events, serving, type Answer } from './server.js';

const DONE: Framing = { events: 'sse', sentinel: '[DONE]', error: 'x.error' };

async function streaming(
  answer: Answer,
  use: (stream: Stream<unknown>, sockets: Set<unknown>) => Promise<void>,
  as: Framing = DONE,
  options: { timeout?: number; signal?: AbortSignal } = {},
): Promise<void> {
  await serving([answer], async (baseURL, _, sockets) => {
    const client = new Client({ apiKey: 'k', baseURL });
    await use(await client.post<Stream<unknown>>('/x', { body: {}, as, options }), sockets);
  });
}

async function all(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of stream) found.push(item);
  return found;
}

async function closed(sockets: Set<unknown>): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
}

test('rule 40: events are read as the rules say, wherever the bytes are cut', () => {
  const text =
    '\ufeff: hello\r\ndata: a\r\ndata\rdata:b\n\nevent: e\nid: 7\ndata:  c\u00e9\ud83c\udf0a\n\nid: no\0\nretry: 5\ndata: d\n\n\ndata: cut';
  const bytes = new TextEncoder().encode(text);
  const expected = [
    { event: '', data: 'a\n\nb', id: '' },
    { event: 'e', data: ' c\u00e9\ud83c\udf0a', id: '7' },
    { event: '', data: 'd', id: '7' },
  ];
  for (let size = 1; size <= bytes.length; size += 1) {
    const decoder = new SSEDecoder();
    const found = [];
    for (let at = 0; at < bytes.length; at += size) found.push(...decoder.feed(bytes.slice(at, at + size)));
    assert.deepEqual(found, expected, `in pieces of ${size}`);
    assert.deepEqual(decoder.end(), { events: [], cut: 'cut' });
  }
});

test('JSON lines need no line break at the end', () => {
  const decoder = new JSONLinesDecoder();
  const found = decoder.feed(new TextEncoder().encode('{"a":1}\n\n\x1e{"b":2}\r\n{"c"'));
  assert.deepEqual(
    found.map((event) => event.data),
    ['{"a":1}', '{"b":2}'],
  );
  decoder.feed(new TextEncoder().encode(':3}'));
  assert.deepEqual(
    decoder.end().events.map((event) => event.data),
    ['{"c":3}'],
  );
});

test('a stream gives its items once, up to the sentinel', async () => {
  await streaming(
    events(['data: {"n":1}\n\nda', 'ta: {"n":2}\n\ndata: [DONE]\n\ndata: {"n":3}\n\n']),
    async (stream) => {
      assert.deepEqual(await all(stream), [{ n: 1 }, { n: 2 }]);
      assert.throws(() => stream[Symbol.asyncIterator](), SDKError);
    },
  );
});

test('rule 41: a stream that ends before its sentinel is an error', async () => {
  await streaming(events(['data: {"n":1}\n\n']), async (stream) => {
    await assert.rejects(all(stream), StreamError);
  });
});

test('rule 25: failures inside a stream are the errors of their status', async () => {
  const event = 'event: error\ndata: {"status_code":429,"message":"slow"}\n\n';
  const bare = 'data: {"error":{"message":"slow","code":429}}\n\n';
  const inside = 'data: {"id":"1","x":{"error":{"message":"slow","status":429}}}\n\n';
  for (const piece of [event, bare, inside]) {
    await streaming(events([piece]), async (stream) => {
      await assert.rejects(
        all(stream),
        (error) => error instanceof RateLimitError && /slow/.test(error.message),
      );
    });
  }
  await streaming(events(['data: {"error":"broken"}\n\n']), async (stream) => {
    await assert.rejects(all(stream), (error) => error instanceof StreamError && error.message === 'broken');
  });
});

test('what is no event stream, and no JSON, is an error', async () => {
  const html: Answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>');
  await streaming(html, (stream) => assert.rejects(all(stream), StreamError), { events: 'sse' });
  await streaming(events(['data: {\n\n']), (stream) => assert.rejects(all(stream), /not JSON/));
});

test('rule 42: leaving a loop early ends the request', async () => {
  await streaming(events(['data: 1\n\ndata: 2\n\n'], false), async (stream, sockets) => {
    for await (const item of stream) {
      assert.equal(item, 1);
      break;
    }
    assert.ok(stream.controller.signal.aborted);
    await closed(sockets);
  });
});

test('a stream whose controller is aborted ends; one whose signal is aborted fails', async () => {
  await streaming(events(['data: 1\n\n'], false), async (stream, sockets) => {
    for await (const _ of stream) stream.controller.abort();
    await closed(sockets);
  });
  const controller = new AbortController();
  const use = async (stream: Stream<unknown>): Promise<void> => {
    await assert.rejects(async () => {
      for await (const _ of stream) controller.abort();
    }, APIUserAbortError);
  };
  await streaming(events(['data: 1\n\n'], false), use, DONE, { signal: controller.signal });
});

test('a stream that stops is given up, while a slow reader is not', async () => {
  const use = async (stream: Stream<unknown>): Promise<void> => {
    let count = 0;
    await assert.rejects(async () => {
      for await (const _ of stream) {
        count += 1;
        await new Promise((resolve) => setTimeout(resolve, 80));
      }
    }, APIConnectionTimeoutError);
    assert.equal(count, 2);
  };
  await streaming(events(['data: 1\n\ndata: 2\n\n'], false), use, DONE, { timeout: 50 });
});

test('a connection that breaks in the middle is an error, and nothing is replayed', async () => {
  const breaks: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: 1\n\n');
    setTimeout(() => response.socket?.destroy(), 20);
  };
  await streaming(breaks, async (stream) => {
    const found: unknown[] = [];
    await assert.rejects(async () => {
      for await (const item of stream) found.push(item);
    }, APIConnectionError);
    assert.deepEqual(found, [1]);
  });
});

test('named events fill in what tells them apart, or are given as a whole', async () => {
  const pieces = ['event: ping\ndata: {"n":1}\n\nevent: pong\ndata: {"type":"own"}\n\n'];
  await streaming(
    events(pieces),
    async (stream) => {
      assert.deepEqual(await all(stream), [{ type: 'ping', n: 1 }, { type: 'own' }]);
    },
    { events: 'sse', tag: 'type' },
  );
  await streaming(
    events(['event: note\ndata: plain\n\n']),
    async (stream) => {
      assert.deepEqual(await all(stream), [{ event: 'note', data: 'plain' }]);
    },
    { events: 'sse', whole: true },
  );
});

test('tee gives two streams of the same items, each at its own pace', async () => {
  await streaming(events(['data: 1\n\ndata: 2\n\ndata: [DONE]\n\n']), async (stream) => {
    const [left, right] = stream.tee();
    assert.deepEqual(await all(left), [1, 2]);
    assert.deepEqual(await all(right), [1, 2]);
  });
});

test('a stream can be passed on as bytes, and read again', async () => {
  await streaming(events(['data: {"n":"\u00e9"}\n\ndata: 2\n\ndata: [DONE]\n\n']), async (stream) => {
    assert.deepEqual(await all(Stream.fromReadableStream(stream.toReadableStream())), [{ n: '\u00e9' }, 2]);
  });
});

test('passing on a stream and leaving it early ends the request', async () => {
  await streaming(events(['data: 1\n\n'], false), async (stream, sockets) => {
    const reader = stream.toReadableStream().getReader();
    await reader.read();
    await reader.cancel();
    await closed(sockets);
  });
});

test('rules say what becomes of events', async () => {
  const rules: Framing = {
    events: 'sse',
    rules: [
      { handle: 'ignore', names: ['ping', 'pong'] },
      { handle: 'end', prefix: 'finished' },
      { handle: 'fail', names: ['failure'] },
      { handle: 'give', names: ['error'] },
    ],
  };
  const read = (text: string): unknown[] => {
    const events = new Events(rules, new Headers({ 'content-type': 'text/event-stream' }), {});
    return [...events.take(new TextEncoder().encode(text)), ...events.finish()];
  };
  const given = 'event: ping\ndata: now\n\ndata: {"a":1}\n\nevent: error\ndata: {"a":2}\n\n';
  assert.deepEqual(read(`${given}data: finished, 2\n\ndata: {"a":3}\n\n`), [{ a: 1 }, { a: 2 }]);
  assert.throws(() => read(given), /ended before it was complete/);
  assert.throws(() => read('event: failure\ndata: {"message":"full","status":507}\n\n'), /full/);
});
