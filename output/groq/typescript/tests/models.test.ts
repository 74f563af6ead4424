import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const MODEL_LIST_RESPONSE = {
  object: 'list',
  data: [
    { id: 'llama-3.3-70b-versatile', object: 'model', created: 1733447754, owned_by: 'Meta' },
    { id: 'openai/gpt-oss-120b', object: 'model', created: 1754408224, owned_by: 'OpenAI' },
    { id: 'whisper-large-v3-turbo', object: 'model', created: 1728413088, owned_by: 'OpenAI' },
  ],
};

const MODEL = {
  id: 'llama-3.1-8b-instant',
  object: 'model',
  created: 1693721698,
  owned_by: 'Meta',
};

const MODEL_DELETED = { id: 'llama-3.1-8b-instant-recipe-editor', object: 'model', deleted: true };

test('models.list', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: MODEL_LIST_RESPONSE });

  const result = await wire.client.models.list();

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/models' });
  assert.deepEqual(result, MODEL_LIST_RESPONSE);
});

test('models.list fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.models.list();
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/models' });
});

test('models.retrieve', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: MODEL });

  const result = await wire.client.models.retrieve('model/1');

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/models/model%2F1' });
  assert.deepEqual(result, MODEL);
});

test('models.retrieve fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.models.retrieve({ model: 'model/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'GET', url: '/openai/v1/models/model%2F1' });
});

test('models.delete', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: MODEL_DELETED });

  const result = await wire.client.models.delete('model/1');

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/openai/v1/models/model%2F1' });
  assert.deepEqual(result, MODEL_DELETED);
});

test('models.delete fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.models.delete({ model: 'model/1' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, { method: 'DELETE', url: '/openai/v1/models/model%2F1' });
});
