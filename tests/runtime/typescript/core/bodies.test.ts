import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { toFile } from '../../../../templates/typescript/runtime/core/uploads.js';
import { bare, named, placed, renamed } from '../../../../templates/typescript/runtime/internal/arguments.js';
import { multipart } from '../../../../templates/typescript/runtime/internal/multipart.js';
import { path } from '../../../../templates/typescript/runtime/internal/path.js';
import {
  cookieHeader,
  formBody,
  headerValue,
  queryString,
  wholeQuery,
} from '../../../../templates/typescript/runtime/internal/query.js';
import { styled } from '../../../../templates/typescript/runtime/internal/styles.js';
import { Client, json, serving } from './server.js';

interface Part {
  head: string;
  content: string;
}

async function parts(
  form: Record<string, unknown>,
  ...more: [Record<string, string>?, Record<string, Record<string, string>>?]
): Promise<Part[]> {
  const { body, contentType } = await multipart(form, ...more);
  const boundary = contentType.split('boundary=')[1] ?? '';
  const pieces = (await body.text()).split(`--${boundary}`);
  assert.equal(pieces.pop(), '--\r\n');
  return pieces.slice(1).map((piece) => {
    const [head = '', ...content] = piece.slice(2, -2).split('\r\n\r\n');
    return { head, content: content.join('\r\n\r\n') };
  });
}

const field = (name: string, content: string): Part => ({
  head: `Content-Disposition: form-data; name="${name}"`,
  content,
});

test('queries are written in the styles of OpenAPI', () => {
  const list = ['a b', 'c&d'];
  const fields = { x: 1, y: null, z: undefined };
  const table: [unknown, string][] = [
    [list, 'q=a%20b&q=c%26d'],
    [styled(list, { style: 'form', explode: false }), 'q=a%20b,c%26d'],
    [styled(list, { style: 'spaceDelimited', explode: false }), 'q=a%20b%20c%26d'],
    [styled(list, { style: 'pipeDelimited', explode: false }), 'q=a%20b%7Cc%26d'],
    [fields, 'x=1&y='],
    [styled(fields, { style: 'form', explode: false }), 'q=x,1,y,'],
    [
      styled({ a: { b: [1, 2] } }, { style: 'deepObject', explode: true }),
      'q%5Ba%5D%5Bb%5D%5B%5D=1&q%5Ba%5D%5Bb%5D%5B%5D=2',
    ],
    [styled({ a: { b: [1, 2] } }, { style: 'dots', explode: true }), 'q.a.b=1&q.a.b=2'],
    [styled({ a: { b: [1, 2] }, c: 'x' }, { style: 'dots', explode: false }), 'q.a.b=1,2&q.c=x'],
    [styled('a/b?c&d', { style: 'form', explode: true, allowReserved: true }), 'q=a/b?c%26d'],
    ["it's (new)!*", 'q=it%27s%20%28new%29%21%2A'],
    ['\ud800', 'q=%EF%BF%BD'],
    [true, 'q=true'],
    [[], ''],
    [null, ''],
    [undefined, ''],
  ];
  for (const [value, expected] of table) assert.equal(queryString({ q: value }), expected);
  assert.equal(wholeQuery('a=1', '{"b":2}'), 'a=1&%7B%22b%22%3A2%7D');
});

test('paths, headers and cookies are written in theirs', () => {
  const list = ['a', 'b/c'];
  const label = styled(list, { style: 'label', explode: true });
  const matrix = styled({ x: 1, y: 2 }, { style: 'matrix', explode: true });
  assert.equal(String(path`/p/${list}/${label}/${matrix}`), '/p/a,b%2Fc/.a.b%2Fc/;x=1;y=2');
  assert.equal(headerValue(list), 'a,b/c');
  assert.equal(headerValue(styled({ x: 1 }, { style: 'simple', explode: true })), 'x=1');
  assert.equal(headerValue([]), undefined);
  assert.equal(cookieHeader({ a: 'b=c; d', e: [1, 2] }), 'a=b=c%3B%20d; e=1; e=2');
});

test('forms repeat lists and put the names of fields in brackets', () => {
  assert.equal(formBody({ a: [1, 2], b: { c: 'd e' }, f: null }), 'a=1&a=2&b%5Bc%5D=d+e&f=');
  assert.equal(formBody({ a: { b: 1 } }, { a: 'application/json' }), 'a=%7B%22b%22%3A1%7D');
});

test('multipart forms carry files, lists, objects and JSON', async () => {
  const file = new File(['x'], 'a"b.txt', { type: 'text/plain' });
  const form = {
    'list[]': [1, 2],
    object: { a: { b: true } },
    none: null,
    left: undefined,
    file,
    meta: { c: 1 },
  };
  assert.deepEqual(await parts(form, { meta: 'application/json' }, { file: { 'X-Kind': 'k' } }), [
    field('list[]', '1'),
    field('list[]', '2'),
    field('object[a][b]', 'true'),
    {
      head: 'Content-Disposition: form-data; name="file"; filename="a%22b.txt"\r\nContent-Type: text/plain\r\nX-Kind: k',
      content: 'x',
    },
    {
      head: 'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json',
      content: '{"c":1}',
    },
  ]);
});

test('a name cannot break out of its line', async () => {
  const [part] = await parts({ 'a"\r\nX: y': 'v' });
  assert.equal(part?.head, 'Content-Disposition: form-data; name="a%22%0D%0AX: y"');
});

test('files are what platforms know as files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  await writeFile(join(folder, 'on disk.bin'), 'disk');
  const response = new Response('body', { headers: { 'content-type': 'image/png' } });
  const made = await toFile(Promise.resolve(['a', new Uint8Array([98])]), 'made.txt', { type: 'text/plain' });
  const found = await parts({
    disk: createReadStream(join(folder, 'on disk.bin')),
    bytes: new Uint8Array([104, 105]),
    blob: new Blob(['b'], { type: 'a/b' }),
    response,
    made,
  });
  const shown = found.map(({ head, content }) => [
    /filename="(.*)"/.exec(head)?.[1],
    /Type: (.*)/.exec(head)?.[1],
    content,
  ]);
  assert.deepEqual(shown, [
    ['on disk.bin', 'application/octet-stream', 'disk'],
    ['upload', 'application/octet-stream', 'hi'],
    ['upload', 'a/b', 'b'],
    ['upload', 'image/png', 'body'],
    ['made.txt', 'text/plain', 'ab'],
  ]);
});

test('bodies are sent as they are, and one that is a stream only once', async () => {
  await serving([json({}, 500)], async (baseURL, received) => {
    const client = new Client({ apiKey: 'k', baseURL, maxRetries: 1 });
    const stream = (): ReadableStream<Uint8Array> => new Blob(['streamed']).stream();
    for (const [content, body, times] of [
      ['text', 'text', 2],
      [new Uint8Array([104, 105]), 'hi', 2],
      [stream(), 'streamed', 1],
    ] as const) {
      received.length = 0;
      await assert.rejects(async () => client.post('/x', { content, contentType: 'a/b' }));
      assert.deepEqual(
        received.map((request) => request.body),
        Array(times).fill(body),
      );
      assert.equal(received[0]?.headers['content-type'], 'a/b');
    }
  });
});

test('arguments are given alone or as properties', () => {
  assert.equal(bare('x', 'id'), 'x');
  assert.equal(bare({ id: 'x' }, 'id'), 'x');
  assert.deepEqual(bare(['x', 'y'], 'id'), ['x', 'y']);
  const options = { timeout: 1 };
  assert.deepEqual(named('id', 'x', { a: 1 }, options), [{ a: 1, id: 'x' }, options]);
  assert.deepEqual(named('id', ['x'], { a: 1 }, options), [{ a: 1, id: ['x'] }, options]);
  assert.deepEqual(named('id', { id: 'x', a: 1 }, options), [{ id: 'x', a: 1 }, options]);
  assert.deepEqual(placed(['id', 'at'], ['x', 'y', { a: 1 }, options]), [{ a: 1, id: 'x', at: 'y' }, options]);
  assert.deepEqual(placed(['id', 'at'], ['x', 'y']), [{ id: 'x', at: 'y' }, undefined]);
  assert.deepEqual(placed(['id', 'at'], ['x', 'y', options], 'alone'), [{ id: 'x', at: 'y' }, options]);
  assert.deepEqual(placed(['id', 'at'], [{ id: 'x', at: 'y' }, options]), [{ id: 'x', at: 'y' }, options]);
  assert.deepEqual(renamed({ a: 1, b: 2, toString: 3 }, { a: 'a[]' }), { 'a[]': 1, b: 2, toString: 3 });
});
