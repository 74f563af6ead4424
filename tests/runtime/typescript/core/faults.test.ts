import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIResponseValidationError,
  APIUserAbortError,
  InternalServerError,
  RateLimitError,
  StreamError,
} from '../../../../templates/typescript/runtime/core/error.js';
import type { Stream } from '../../../../templates/typescript/runtime/core/streaming.js';
import { abrupt, closed } from './abrupt.js';
import { Client, events, json, serving, SETTINGS, type Answer } from './server.js';

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const CHUNKS = `${HEAD}transfer-encoding: chunked\r\n\r\n`;
const STAGES = {
  'before the answer': '',
  'in the status line': 'HTTP/1.1 2',
  'in the headers': `${HEAD}content-le`,
  'before the body': `${HEAD}content-length: 11\r\n\r\n`,
  'in the body': `${HEAD}content-length: 11\r\n\r\n{"id":`,
  'in a chunk': `${CHUNKS}b\r\n{"id":`,
  'between chunks': `${CHUNKS}6\r\n{"id":\r\n`,
};
const ENDS = ['hang', 'close', 'reset'] as const;
// A guard for what must not hang; nothing here comes near to it.
const GUARD = { timeout: 60_000 };

async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (reason) {
    return reason;
  }
  return assert.fail('the call has not failed');
}

/** The very class of the error, and not one that derives from it. */
function isExactly(reason: unknown, kind: typeof APIError): asserts reason is APIError {
  assert.ok(reason instanceof APIError, String(reason));
  assert.equal(reason.constructor, kind, `${reason.name}: ${reason.message}`);
}

function client(baseURL: string, options: { timeout?: number; maxRetries?: number } = {}): Client {
  return new Client({ apiKey: 'k', baseURL, ...options });
}

for (const then of ENDS) {
  test(
    `rule 33: ${then} is a broken connection wherever it comes, tried again and given back`,
    GUARD,
    async () => {
      const options = { maxRetries: 1, ...(then === 'hang' ? { timeout: 1000 } : {}) };
      const stages = Object.entries(STAGES).map(([stage, said]) =>
        abrupt(said, then, async (url, server) => {
          const reason = await failure(client(url, options).get('/x'));
          isExactly(reason, then === 'hang' ? APIConnectionTimeoutError : APIConnectionError);
          assert.ok(reason.cause instanceof Error, stage);
          assert.equal(server.requests, 2, stage);
          await closed(server.sockets);
        }),
      );
      await Promise.all(stages);
    },
  );
}

for (const said of ['SSH-2.0-OpenSSH_9.6\r\n', 'HTTP/1.1 200 OK\r\nno header\r\n\r\n']) {
  test(`what is no HTTP is a broken connection: ${said.slice(0, 8)}`, GUARD, async () => {
    await abrupt(said, 'close', async (url, server) => {
      isExactly(await failure(client(url, { maxRetries: 0 }).get('/x')), APIConnectionError);
      await closed(server.sockets);
    });
  });
}

const STREAM = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';

for (const then of ENDS) {
  test(`rule 36: ${then} in a stream is an error, and nothing is replayed`, GUARD, async () => {
    await abrupt(`${STREAM}9\r\ndata: 1\n\n\r\n`, then, async (url, server) => {
      const options = then === 'hang' ? { timeout: 1000 } : {};
      const as = { events: 'sse', sentinel: '[DONE]' } as const;
      const seen: unknown[] = [];
      const reason = await failure(
        (async () => {
          for await (const item of await client(url, options).get<Stream<unknown>>('/x', { as }))
            seen.push(item);
        })(),
      );
      isExactly(reason, then === 'hang' ? APIConnectionTimeoutError : APIConnectionError);
      // A reset may overtake what was sent before it, even the head; then the call itself is tried again.
      if (then !== 'reset') assert.deepEqual([seen, server.requests], [[1], 1]);
      else assert.ok(seen.length <= 1);
      await closed(server.sockets);
    });
  });

  test(`${then} in a download is an error of ours`, GUARD, async () => {
    await abrupt(`${HEAD}content-length: 11\r\n\r\nabc`, then, async (url, server) => {
      const options = then === 'hang' ? { timeout: 1000, maxRetries: 0 } : { maxRetries: 0 };
      const read = async (): Promise<void> => {
        const response = await client(url, options).get<Response>('/x', { as: 'binary' });
        await response.arrayBuffer();
      };
      isExactly(await failure(read()), then === 'hang' ? APIConnectionTimeoutError : APIConnectionError);
      assert.equal(server.requests, 1);
      await closed(server.sockets);
    });
  });
}

test(
  'an answer whose pieces come too slowly is given up, and one whose pieces come in time is not',
  GUARD,
  async () => {
    const dripping =
      (every: number, text: string): Answer =>
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pieces = [...text];
        const timer = setInterval(() => {
          const piece = pieces.shift();
          if (piece === undefined) response.end();
          else response.write(piece);
        }, every);
        response.on('close', () => clearInterval(timer));
      };
    await serving([dripping(10_000, '{}')], async (url, _, sockets) => {
      const options = { timeout: 100, maxRetries: 0 };
      isExactly(await failure(client(url, options).get('/x')), APIConnectionTimeoutError);
      await closed(sockets);
    });
    await serving([dripping(20, `"${'x'.repeat(120)}"`)], async (url) => {
      // Longer as a whole than the timeout, which is for each piece.
      assert.equal(await client(url, { timeout: 2000 }).get('/x'), 'x'.repeat(120));
    });
  },
);

test('a limit is tried again, with the wait that the server asks for or without', GUARD, async () => {
  const limits = [json({}, 429), json({}, 429, { 'retry-after-ms': '1' }), json({ ok: 1 })];
  await serving(limits, async (url, received) => {
    assert.deepEqual(await client(url).get('/x'), { ok: 1 });
    assert.equal(received.length, 3);
  });
  await serving([json({}, 429, { 'retry-after': '0.01' })], async (url, received) => {
    isExactly(await failure(client(url).get('/x')), RateLimitError);
    assert.equal(received.length, 3);
  });
});

test('statuses of the API itself are tried again, and have classes of their own', GUARD, async () => {
  class CapacityExceededError extends APIError {}
  const settings = {
    retry: { ...SETTINGS.retry, statuses: [498], serverErrors: false },
    errors: { 498: CapacityExceededError },
  };
  await serving([json({}, 498)], async (url, received) => {
    const full = new Client({ apiKey: 'k', baseURL: url }, settings);
    isExactly(await failure(full.get('/x')), CapacityExceededError);
    assert.equal(received.length, 3);
  });
  await serving([json({}, 500), json({ ok: 1 })], async (url, received) => {
    isExactly(
      await failure(new Client({ apiKey: 'k', baseURL: url }, settings).get('/x')),
      InternalServerError,
    );
    assert.deepEqual(await client(url).get('/x'), { ok: 1 });
    assert.equal(received.length, 2);
  });
});

const body =
  (content: string | Uint8Array, headers: Record<string, string>, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-length': String(content.length), ...headers }).end(content);
  };

test(
  'an answer that is not what was promised is an error that shows it, and is not asked for again',
  GUARD,
  async () => {
    const wrong: [string, Answer, string][] = [
      ['a page', body('<html>', { 'content-type': 'text/html' }), '<html>'],
      ['half of it', body('{"id":', { 'content-type': 'application/json' }), '{"id":'],
      ['nothing', body('', { 'content-type': 'application/json' }), ''],
      ['bytes', body(new Uint8Array([0xff, 0xfe]), { 'content-type': 'application/json' }), '\ufffd\ufffd'],
    ];
    for (const [what, answer, shown] of wrong) {
      await serving([answer], async (url, received, sockets) => {
        for (let call = 1; call <= 10; call += 1) {
          const reason = await failure(client(url).get('/x'));
          isExactly(reason, APIResponseValidationError);
          assert.deepEqual([reason.error, reason.status], [shown, 200], what);
          assert.equal(received.length, call);
        }
        assert.ok(sockets.size < 5); // most calls find a free connection
      });
    }
    await serving([body('{"a":1}', { 'content-type': 'text/plain' })], async (url) => {
      assert.deepEqual(await client(url).get('/x'), { a: 1 }); // a server that only forgets to say so
    });
  },
);

test('an error page is an error of its status, with the page as its body', GUARD, async () => {
  const page = body('<html>Bad gateway</html>', { 'content-type': 'text/html' }, 502);
  await serving([page], async (url, received, sockets) => {
    const reason = await failure(client(url).get('/x'));
    isExactly(reason, InternalServerError);
    assert.equal(reason.error, '<html>Bad gateway</html>');
    assert.equal(received.length, 3);
    assert.ok(sockets.size < 3);
  });
});

test('an error whose body hangs or breaks off is an error of its status all the same', GUARD, async () => {
  const head = 'HTTP/1.1 404 Not Found\r\ncontent-length: 11\r\n\r\n{"er';
  for (const then of ENDS) {
    await abrupt(head, then, async (url, server) => {
      const reason = await failure(client(url, { timeout: 1000, maxRetries: 0 }).get('/x'));
      if (then !== 'reset') isExactly(reason, (reason as APIError).constructor as typeof APIError);
      if (then !== 'reset') assert.equal((reason as APIError).status, 404);
      else assert.ok(reason instanceof APIError); // a reset may overtake the head as well
      await closed(server.sockets);
    });
  }
});

test('a compressed answer is read like any other, and a broken one is an error', GUARD, async () => {
  const zipped = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
  const whole = gzipSync('{"a":1}');
  await serving([body(whole, zipped)], async (url) => {
    assert.deepEqual(await client(url).get('/x'), { a: 1 });
    const response = await client(url).get<Response>('/x', { as: 'binary' });
    assert.equal(await response.text(), '{"a":1}');
  });
  for (const broken of [whole.subarray(0, 12), Buffer.from('{"a":1}')]) {
    await serving([body(broken, zipped)], async (url, _, sockets) => {
      const reason = await failure(client(url, { maxRetries: 1 }).get('/x'));
      assert.ok(reason instanceof APIConnectionError || reason instanceof APIResponseValidationError);
      assert.ok(sockets.size <= 1);
    });
  }
  const piece = gzipSync('data: 1\n\ndata: [DONE]\n\n');
  const stream = body(piece, { 'content-encoding': 'gzip', 'content-type': 'text/event-stream' });
  await serving([stream], async (url) => {
    const as = { events: 'sse', sentinel: '[DONE]' } as const;
    const found: unknown[] = [];
    for await (const item of await client(url).get<Stream<unknown>>('/x', { as })) found.push(item);
    assert.deepEqual(found, [1]);
  });
});

test(
  'nothing of a credential follows a redirect to another host, whatever header it is in',
  GUARD,
  async () => {
    await serving([json({ there: true })], async (elsewhere, strangers) => {
      const target = elsewhere.replace('127.0.0.1', 'localhost');
      const away: Answer = (_, response) => response.writeHead(302, { location: `${target}/y` }).end();
      await serving([away], async (url) => {
        const headers = { Authorization: 'Bearer mine', Cookie: 'a=b', 'Proxy-Authorization': 'c' };
        assert.deepEqual(await client(url).get('/x', { options: { headers } }), { there: true });
        const [request] = strangers;
        for (const name of ['authorization', 'cookie', 'proxy-authorization']) {
          assert.equal(request?.headers[name], undefined);
        }
        assert.equal(request?.headers['accept'], 'application/json');
      });
    });
  },
);

test('a redirect to what is no address of the web is a failure', GUARD, async () => {
  for (const location of ['data:application/json,{}', 'file:///etc/passwd', 'http://']) {
    const away: Answer = (_, response) => response.writeHead(302, { location }).end();
    await serving([away], async (url) => {
      const reason = await failure(client(url).get('/x'));
      assert.ok(reason instanceof APIError);
      assert.equal(reason.status, 302);
    });
  }
});

test('a download of a gigabyte takes constant memory', GUARD, async () => {
  const size = 2 ** 30;
  const piece = Buffer.alloc(2 ** 20, 'x');
  const big: Answer = (_, response) => {
    response.writeHead(200, { 'content-length': String(size) });
    let left = size;
    const send = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', send);
      }
      response.end();
    };
    send();
  };
  await serving([big], async (url, _, sockets) => {
    const response = await client(url).get<Response>('/x', { as: 'binary' });
    const before = process.memoryUsage().rss;
    let count = 0;
    let most = 0;
    for await (const bytes of response.body ?? []) {
      if (count % 2 ** 24 < bytes.length) most = Math.max(most, process.memoryUsage().rss - before);
      count += bytes.length;
    }
    assert.equal(count, size);
    assert.ok(most < 2 ** 28, `${most / 2 ** 20} MiB more`);
    assert.ok(sockets.size <= 1);
  });
});

test('a download is read no faster than its reader', GUARD, async () => {
  let written = 0;
  const piece = Buffer.alloc(2 ** 16);
  const endless: Answer = (_, response) => {
    response.writeHead(200);
    const send = (): void => {
      while (!response.destroyed) {
        written += piece.length;
        if (!response.write(piece)) return void response.once('drain', send);
      }
    };
    send();
  };
  await serving([endless], async (url, _, sockets) => {
    const response = await client(url).get<Response>('/x', { as: 'binary' });
    const reader = response.body?.getReader();
    await reader?.read();
    // What the system and `fetch` hold between them fills up at once; then the server has to wait.
    for (let pause = 0; pause < 20; pause += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.ok(written < 2 ** 25, `${written / 2 ** 20} MiB`);
    }
    await reader?.cancel();
    await closed(sockets);
  });
});

test('a download shows where it came from, and can be taken as it is', GUARD, async () => {
  await serving([body('abc', { 'content-type': 'audio/wav', 'x-request-id': 'r' })], async (url) => {
    const { data, response } = await client(url).get<Response>('/x', { as: 'binary' }).withResponse();
    assert.deepEqual([data.url, data.status, data.headers.get('x-request-id')], [`${url}/x`, 200, 'r']);
    assert.equal(response.headers.get('content-type'), 'audio/wav');
    assert.equal(await (await data.clone().blob()).text(), 'abc');
    assert.equal(await data.text(), 'abc');
    const raw = await client(url).get('/x').asResponse();
    assert.deepEqual([raw.url, raw.ok, await raw.text()], [`${url}/x`, true, 'abc']);
  });
});

const FOREVER: Record<string, Answer> = {
  'before the answer': () => {},
  'in the body': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9' }).write('{"a":');
  },
  'in the body of an error': (_, response) => {
    response.writeHead(500, { 'content-length': '9' }).write('{"a":');
  },
  'in a stream': events(['data: 1\n\n'], false),
};

for (const [where, answer] of Object.entries(FOREVER)) {
  test(`an abort ${where} ends the call, which is not tried again`, GUARD, async () => {
    await serving([answer], async (url, received, sockets) => {
      const { signal, ...controller } = aborting();
      const as = where === 'in a stream' ? ({ events: 'sse' } as const) : undefined;
      const parts = { ...(as ? { as } : {}), options: { signal } };
      const use = async (): Promise<void> => {
        const stream = await client(url).get<Stream<unknown>>('/x', parts);
        for await (const _ of stream) controller.abort();
      };
      const used = failure(use());
      while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
      if (!as) setTimeout(() => controller.abort(), 20);
      isExactly(await used, APIUserAbortError);
      await closed(sockets);
      assert.equal(received.length, 1);
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    });
  });
}

test('an abort in a download ends it', GUARD, async () => {
  await serving([FOREVER['in the body'] ?? (() => {})], async (url, _, sockets) => {
    const { signal, abort } = aborting();
    const response = await client(url).get<Response>('/x', { as: 'binary', options: { signal } });
    const text = failure(response.text());
    abort();
    isExactly(await text, APIUserAbortError);
    await closed(sockets);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});

test('a signal that outlives its calls keeps nothing of them', GUARD, async () => {
  const { signal } = aborting();
  const options = { signal };
  await serving([json({ a: 1 })], async (url) => {
    await client(url).get('/x', { options });
    await (await client(url).get('/x', { options }).asResponse()).text();
    await (await client(url).get<Response>('/x', { options, as: 'binary' })).arrayBuffer();
    await client(url).get('/x', { options, as: 'nothing' });
    await (await client(url).get<Response>('/x', { options, as: 'binary' })).body?.cancel();
  });
  await serving([json({}, 404)], async (url) => void (await failure(client(url).get('/x', { options }))));
  await serving([events(['data: 1\n\n', 'data: 2\n\n'], false)], async (url) => {
    const as = { events: 'sse' } as const;
    for await (const _ of await client(url).get<Stream<unknown>>('/x', { as, options })) break;
    (await client(url).get<Stream<unknown>>('/x', { as, options })).controller.abort();
  });
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('leaving both halves of a stream ends the request, and leaving one does not', GUARD, async () => {
  await serving([events(['data: 1\n\ndata: 2\n\n'], false)], async (url, _, sockets) => {
    const stream = await client(url).get<Stream<unknown>>('/x', { as: { events: 'sse' } });
    const [left, right] = stream.tee();
    for await (const _ of left) break;
    assert.equal(stream.controller.signal.aborted, false);
    const seen: unknown[] = [];
    for await (const item of right) {
      seen.push(item);
      if (seen.length === 2) break;
    }
    assert.deepEqual(seen, [1, 2]);
    await closed(sockets);
  });
});

test('a stream that is no stream is an error', GUARD, async () => {
  await serving([body('', { 'content-type': 'text/event-stream' })], async (url) => {
    const as = { events: 'sse', sentinel: '[DONE]' } as const;
    const stream = await client(url).get<Stream<unknown>>('/x', { as });
    isExactly(await failure(stream[Symbol.asyncIterator]().next()), StreamError);
  });
});

test('rule 52: a thousand calls at once each get their own answer', GUARD, async () => {
  const echo: Answer = ({ url }, response) => {
    json({ url })({ method: '', url, headers: {}, body: '' }, response);
  };
  await serving([echo], async (url, received) => {
    const shared = client(url);
    const calls = Array.from({ length: 1000 }, (_, index) => shared.get<{ url: string }>(`/${index}`));
    const found = await Promise.all(calls);
    assert.deepEqual(
      found.map((answer) => answer.url),
      calls.map((_, index) => `/${index}`),
    );
    assert.equal(received.length, 1000);
  });
});

test('a thousand calls that are aborted at once give back a thousand connections', GUARD, async () => {
  await serving([() => {}], async (url, received, sockets) => {
    const { signal, abort } = aborting();
    const shared = client(url);
    const calls = Array.from({ length: 1000 }, () => failure(shared.get('/x', { options: { signal } })));
    while (received.length < 1000) await new Promise((resolve) => setImmediate(resolve));
    abort();
    for (const reason of await Promise.all(calls)) isExactly(reason, APIUserAbortError);
    await closed(sockets);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});

function aborting(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
