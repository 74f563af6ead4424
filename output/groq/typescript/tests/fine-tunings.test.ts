import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const LIST_FINE_TUNINGS_RESPONSE = {
  object: 'list',
  data: [
    {
      id: 'ft_01k2yw8n3hqd6v0cxj5m9rte7b',
      name: 'recipe-editor',
      base_model: 'llama-3.1-8b-instant',
      type: 'lora',
      input_file_id: 'file_01k2yvrz5a8kf1w4pd7gcs9mne',
      created_at: 1755536402,
      fine_tuned_model: 'llama-3.1-8b-instant-recipe-editor',
    },
  ],
};

const READ_FINE_TUNING_RESPONSE = {
  id: 'ft_01k2yw8n3hqd6v0cxj5m9rte7b',
  object: 'object',
  data: {
    id: 'ft_01k2yw8n3hqd6v0cxj5m9rte7b',
    name: 'recipe-editor',
    base_model: 'llama-3.1-8b-instant',
    type: 'lora',
    input_file_id: 'file_01k2yvrz5a8kf1w4pd7gcs9mne',
    created_at: 1755536402,
    fine_tuned_model: 'llama-3.1-8b-instant-recipe-editor',
  },
};

const DELETE_FINE_TUNING_RESPONSE = {
  id: 'ft_01k2yw8n3hqd6v0cxj5m9rte7b',
  object: 'fine_tuning',
  deleted: true,
};

test('fine_tunings.list', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: LIST_FINE_TUNINGS_RESPONSE });

  const result = await wire.client.fine_tunings.list();

  assert.deepEqual(wire.request, { method: 'GET', url: '/v1/fine_tunings' });
  assert.deepEqual(result, LIST_FINE_TUNINGS_RESPONSE);
});

test('fine_tunings.list fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.fine_tunings.list();
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/v1/fine_tunings' });
});

test('fine_tunings.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: READ_FINE_TUNING_RESPONSE });

  const result = await wire.client.fine_tunings.create();

  assert.deepEqual(wire.request, { method: 'POST', url: '/v1/fine_tunings', json: {} });
  assert.deepEqual(result, READ_FINE_TUNING_RESPONSE);
});

test('fine_tunings.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: READ_FINE_TUNING_RESPONSE });

  const result = await wire.client.fine_tunings.create({
    base_model: 'base_model',
    input_file_id: 'input_file_id',
    name: 'name',
    type: 'type',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/v1/fine_tunings',
    json: { base_model: 'base_model', input_file_id: 'input_file_id', name: 'name', type: 'type' },
  });
  assert.deepEqual(result, READ_FINE_TUNING_RESPONSE);
});

test('fine_tunings.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.fine_tunings.create();
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'POST', url: '/v1/fine_tunings', json: {} });
});

test('fine_tunings.delete', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: DELETE_FINE_TUNING_RESPONSE });

  const result = await wire.client.fine_tunings.delete('id/1');

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/v1/fine_tunings/id%2F1' });
  assert.deepEqual(result, DELETE_FINE_TUNING_RESPONSE);
});

test('fine_tunings.delete fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.fine_tunings.delete({ id: 'id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/v1/fine_tunings/id%2F1' });
});

test('fine_tunings.get', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: READ_FINE_TUNING_RESPONSE });

  const result = await wire.client.fine_tunings.get('id/1');

  assert.deepEqual(wire.request, { method: 'GET', url: '/v1/fine_tunings/id%2F1' });
  assert.deepEqual(result, READ_FINE_TUNING_RESPONSE);
});

test('fine_tunings.get fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.fine_tunings.get({ id: 'id/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/v1/fine_tunings/id%2F1' });
});
