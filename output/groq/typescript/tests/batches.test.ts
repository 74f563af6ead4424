import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const BATCH = {
  id: 'batch_01k3g66p4rft8ykc3e5vsdj2wa',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  input_file_id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
  completion_window: '24h',
  status: 'validating',
  created_at: 1756108800,
  expires_at: 1756195200,
  request_counts: { total: 0, completed: 0, failed: 0 },
  metadata: null,
};

const BATCH_LIST_RESPONSE = {
  object: 'list',
  data: [
    {
      id: 'batch_01k3g66p4rft8ykc3e5vsdj2wa',
      object: 'batch',
      endpoint: '/v1/chat/completions',
      input_file_id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
      completion_window: '24h',
      status: 'in_progress',
      created_at: 1756108800,
      in_progress_at: 1756108923,
      expires_at: 1756195200,
      request_counts: { total: 640, completed: 212, failed: 1 },
      metadata: null,
    },
  ],
};

const BATCH_2 = {
  id: 'batch_01k3g66p4rft8ykc3e5vsdj2wa',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  input_file_id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
  completion_window: '24h',
  status: 'completed',
  output_file_id: 'file_01k3hb0z7dmw2q5rhx9tycn4e8',
  created_at: 1756108800,
  in_progress_at: 1756108923,
  finalizing_at: 1756146180,
  completed_at: 1756146217,
  expires_at: 1756195200,
  request_counts: { total: 640, completed: 640, failed: 0 },
  metadata: null,
};

const BATCH_3 = {
  id: 'batch_01k3g66p4rft8ykc3e5vsdj2wa',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  input_file_id: 'file_01k3g5v2m8c7xw0r4t9nq6bhzd',
  completion_window: '24h',
  status: 'cancelling',
  created_at: 1756108800,
  in_progress_at: 1756108923,
  cancelling_at: 1756112401,
  expires_at: 1756195200,
  request_counts: { total: 640, completed: 87, failed: 0 },
  metadata: null,
};

test('batches.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: BATCH });

  const result = await wire.client.batches.create({
    input_file_id: 'input_file_id',
    endpoint: '/v1/chat/completions',
    completion_window: 'completion_window',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/batches',
    json: {
      input_file_id: 'input_file_id',
      endpoint: '/v1/chat/completions',
      completion_window: 'completion_window',
    },
  });
  assert.deepEqual(result, BATCH);
});

test('batches.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: BATCH });

  const result = await wire.client.batches.create({
    input_file_id: 'input_file_id',
    endpoint: '/v1/chat/completions',
    completion_window: 'completion_window',
    metadata: { key: 'value' },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/batches',
    json: {
      input_file_id: 'input_file_id',
      endpoint: '/v1/chat/completions',
      completion_window: 'completion_window',
      metadata: { key: 'value' },
    },
  });
  assert.deepEqual(result, BATCH);
});

test('batches.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.batches.create({
    input_file_id: 'input_file_id',
    endpoint: '/v1/chat/completions',
    completion_window: 'completion_window',
  });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/batches',
    json: {
      input_file_id: 'input_file_id',
      endpoint: '/v1/chat/completions',
      completion_window: 'completion_window',
    },
  });
});

test('batches.list', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: BATCH_LIST_RESPONSE });

  const result = await wire.client.batches.list();

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/batches' });
  assert.deepEqual(result, BATCH_LIST_RESPONSE);
});

test('batches.list fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.batches.list();
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/batches' });
});

test('batches.retrieve', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: BATCH_2 });

  const result = await wire.client.batches.retrieve('batch_id/1');

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/batches/batch_id%2F1' });
  assert.deepEqual(result, BATCH_2);
});

test('batches.retrieve fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.batches.retrieve({ batch_id: 'batch_id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/batches/batch_id%2F1' });
});

test('batches.cancel', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: BATCH_3 });

  const result = await wire.client.batches.cancel('batch_id/1');

  assert.deepEqual(wire.request, { method: 'POST', url: '/openai/v1/batches/batch_id%2F1/cancel' });
  assert.deepEqual(result, BATCH_3);
});

test('batches.cancel fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.batches.cancel({ batch_id: 'batch_id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'POST', url: '/openai/v1/batches/batch_id%2F1/cancel' });
});
