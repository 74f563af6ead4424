import assert from 'node:assert/strict';
import { test } from 'node:test';

import { APIResponseValidationError, SDKError } from '../../../../templates/typescript/runtime/core/error.js';
import { PagePromise } from '../../../../templates/typescript/runtime/core/pages.js';
import type { PageRule } from '../../../../templates/typescript/runtime/internal/page-rules.js';
import type { RequestParts } from '../../../../templates/typescript/runtime/internal/request.js';
import { Client, json, serving, type Answer } from './server.js';

const CURSOR: PageRule = {
  by: 'cursor',
  items: 'data',
  send: 'after',
  read: 'meta.next',
  more: 'more',
};

function cursorPage(data: number[], next?: string | null, more?: boolean): Answer {
  return json({ data, meta: { next }, more });
}

async function paged(
  answers: Answer[],
  rule: PageRule,
  use: (pages: PagePromise<object, unknown>, urls: () => string[]) => Promise<void>,
  parts: RequestParts = {},
  method = 'GET',
): Promise<void> {
  await serving(answers, async (baseURL, received) => {
    const client = new Client({ apiKey: 'k', baseURL, maxRetries: 0 });
    const pages = new PagePromise<object, unknown>(client, { method, path: '/x', parts }, rule);
    await use(pages, () => received.map((request) => request.url + request.body));
  });
}

async function all(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('rule 44: pages are fetched when their first item is wanted', async () => {
  const answers = [cursorPage([1, 2], 'a'), cursorPage([3], 'b'), cursorPage([4], null)];
  await paged(
    answers,
    CURSOR,
    async (pages, urls) => {
      const found: unknown[] = [];
      for await (const item of pages) {
        found.push([item, urls().length]);
      }
      assert.deepEqual(found, [
        [1, 1],
        [2, 1],
        [3, 2],
        [4, 3],
      ]);
      assert.deepEqual(urls(), ['/x?limit=2', '/x?limit=2&after=a', '/x?limit=2&after=b']);
    },
    { query: { limit: 2 } },
  );
});

test('a page is the answer itself, and the last one says so', async () => {
  await paged([cursorPage([1], 'a'), cursorPage([2], 'b', false)], CURSOR, async (pages) => {
    const page = await pages;
    assert.deepEqual(JSON.parse(JSON.stringify(page)), { data: [1], meta: { next: 'a' } });
    assert.deepEqual(Object.keys(page), ['data', 'meta']);
    assert.ok(page.hasNextPage());
    const last = await page.getNextPage();
    assert.deepEqual(last.pageItems(), [2]);
    assert.ok(!last.hasNextPage());
    await assert.rejects(last.getNextPage(), SDKError);
    assert.equal((await all(pages.iterPages())).length, 2);
  });
});

test('rule 46: pages that go in a circle are an error', async () => {
  const circle = [cursorPage([1], 'a'), cursorPage([2], 'b'), cursorPage([3], 'a'), cursorPage([2], 'b')];
  await paged(circle, CURSOR, async (pages) => {
    await assert.rejects(all(pages), APIResponseValidationError);
  });
  await paged([cursorPage([1], 'a')], CURSOR, async (pages) => {
    await assert.rejects(all(pages), /in a circle/);
  });
});

test('a cursor may be the id of the last item, and travel in a body', async () => {
  const rule: PageRule = { by: 'cursor', items: '', send: 'page.after', carrier: 'body', read: '[-1].id' };
  const answers = [json([{ id: 1 }, { id: 2 }]), json([])];
  const parts = { body: { page: { size: 2 } }, options: { idempotencyKey: 'k' } };
  await paged(
    answers,
    rule,
    async (pages, urls) => {
      assert.deepEqual(await all(pages), [{ id: 1 }, { id: 2 }]);
      assert.deepEqual(urls(), ['/x{"page":{"size":2}}', '/x{"page":{"size":2,"after":2}}']);
    },
    parts,
    'POST',
  );
});

test('offsets count items or pages, up to the total, the last page, or an empty one', async () => {
  const items: PageRule = { by: 'offset', items: 'd', send: 'skip', total: 'n' };
  await paged([json({ d: [1, 2], n: 3 }), json({ d: [3], n: 3 })], items, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2, 3]);
    assert.deepEqual(urls(), ['/x', '/x?skip=2']);
  });
  const numbers: PageRule = { by: 'offset', items: 'd', send: 'page', counts: 'pages', first: 1, last: 'p' };
  await paged([json({ d: [1], p: 2 }), json({ d: [2], p: 2 })], numbers, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2]);
    assert.deepEqual(urls(), ['/x', '/x?page=2']);
  });
  const open: PageRule = { by: 'offset', items: 'd', send: 'skip' };
  await paged([json({ d: [1] }), json({ d: [2] }), json({ d: [] })], open, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2]);
    assert.deepEqual(urls(), ['/x', '/x?skip=1', '/x?skip=2']);
  });
  await paged([json({ d: [1] })], open, async (pages) => {
    await assert.rejects(all(pages), /in a circle/); // a server that ignores the offset
  });
});

test('links lead on, in a header or in the answer, but never to another origin', async () => {
  const header = json([1], 200, { link: '</first>; rel="first", </y?a=1>; title="b"; rel="next"' });
  await paged(
    [header, json([2])],
    { by: 'link', items: '' },
    async (pages, urls) => {
      assert.deepEqual(await all(pages), [1, 2]);
      assert.deepEqual(urls(), ['/x?a=0', '/y?a=1']);
    },
    { query: { a: 0 } },
  );
  const foreign = json({ d: [1], next: 'https://elsewhere.example/x' });
  await paged([foreign], { by: 'link', items: 'd', read: 'next' }, async (pages) => {
    await assert.rejects(all(pages), /another origin/);
  });
});

test('a failure of a later page is thrown where it is wanted', async () => {
  await paged([cursorPage([1], 'a'), json({}, 404)], CURSOR, async (pages) => {
    const found: unknown[] = [];
    await assert.rejects(
      async () => {
        for await (const item of pages) found.push(item);
      },
      { status: 404 },
    );
    assert.deepEqual(found, [1]);
  });
  await paged([json('text')], CURSOR, async (pages) => {
    await assert.rejects(async () => pages, APIResponseValidationError);
  });
});

test('nothing is a page without items', async () => {
  const rule: PageRule = { by: 'link', items: '' };
  const nothing: Answer = (_, response) => response.writeHead(204).end();
  for (const said of [nothing, json(null)]) {
    await paged([said], rule, async (pages) => assert.deepEqual(await all(pages), []));
    await paged([said], CURSOR, async (pages) => assert.deepEqual(await all(pages), []));
  }
});

test('what leads to the next page can stand in headers', async () => {
  const cursor: PageRule = { by: 'cursor', items: '', send: 'after', read: 'header X-Next' };
  const answers = [json([1, 2], 200, { 'x-next': 'b c' }), json([3], 200, { 'x-next': '' })];
  await paged(answers, cursor, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2, 3]);
    assert.deepEqual(urls(), ['/x', '/x?after=b%20c']);
  });
  const number: PageRule = { by: 'offset', items: '', send: 'page', counts: 'pages', first: 1, total: 'header X-Total' };
  const counted = [json([1, 2], 200, { 'x-total': '3' }), json([3], 200, { 'x-total': '3' })];
  await paged(counted, number, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2, 3]);
    assert.deepEqual(urls(), ['/x', '/x?page=2']);
  });
  const url: PageRule = { by: 'link', items: '', read: 'header X-Url' };
  await paged([json([1], 200, { 'x-url': '/x?from=2' }), json([2])], url, async (pages, urls) => {
    assert.deepEqual(await all(pages), [1, 2]);
    assert.deepEqual(urls(), ['/x', '/x?from=2']);
  });
});
