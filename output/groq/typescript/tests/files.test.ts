import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const FILE_LIST_RESPONSE = {
  object: 'list',
  data: [
    {
      id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
      object: 'file',
      bytes: 184320,
      created_at: 1756108417,
      filename: 'reviews.jsonl',
      purpose: 'batch',
    },
    {
      id: 'file_01k3hb0z7dmw2q5rhx9tycn4e8',
      object: 'file',
      bytes: 671744,
      created_at: 1756146204,
      filename: 'batch_output.jsonl',
      purpose: 'batch_output',
    },
  ],
};

const FILE = {
  id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
  object: 'file',
  bytes: 184320,
  created_at: 1756108417,
  filename: 'reviews.jsonl',
  purpose: 'batch',
};

const FILE_DELETE_RESPONSE = {
  id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
  object: 'file',
  deleted: true,
};

test('files.list', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: FILE_LIST_RESPONSE });

  const result = await wire.client.files.list();

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files' });
  assert.deepEqual(result, FILE_LIST_RESPONSE);
});

test('files.list fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.files.list();
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files' });
});

test('files.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: FILE });

  const result = await wire.client.files.create({
    file: new File(['example content'], 'example.bin'),
    purpose: 'batch',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/files',
    parts: [
      {
        name: 'file',
        content: 'example content',
        file: 'example.bin',
        type: 'application/octet-stream',
      },
      { name: 'purpose', content: 'batch' },
    ],
  });
  assert.deepEqual(result, FILE);
});

test('files.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.files.create({
    file: new File(['example content'], 'example.bin'),
    purpose: 'batch',
  });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/files',
    parts: [
      {
        name: 'file',
        content: 'example content',
        file: 'example.bin',
        type: 'application/octet-stream',
      },
      { name: 'purpose', content: 'batch' },
    ],
  });
});

test('files.delete', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: FILE_DELETE_RESPONSE });

  const result = await wire.client.files.delete('file_id/1');

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/openai/v1/files/file_id%2F1' });
  assert.deepEqual(result, FILE_DELETE_RESPONSE);
});

test('files.delete fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.files.delete({ file_id: 'file_id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/openai/v1/files/file_id%2F1' });
});

test('files.info', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: FILE });

  const result = await wire.client.files.info('file_id/1');

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files/file_id%2F1' });
  assert.deepEqual(result, FILE);
});

test('files.info fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.files.info({ file_id: 'file_id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files/file_id%2F1' });
});

test('files.content', async (context) => {
  const wire = await connect(context);
  wire.answer({ content: 'example content', type: 'application/octet-stream' });

  const result = await wire.client.files.content('file_id/1');

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files/file_id%2F1/content' });
  assert.equal(await result.text(), 'example content');
});

test('files.content fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.files.content({ file_id: 'file_id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/files/file_id%2F1/content' });
});
