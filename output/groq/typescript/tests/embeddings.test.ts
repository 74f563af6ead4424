import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const CREATE_EMBEDDING_RESPONSE = {
  object: 'list',
  model: 'nomic-embed-text-v1_5',
  data: [
    { object: 'embedding', index: 0, embedding: [0.0214, -0.0463, -0.1587, 0.0072, 0.0391] },
    { object: 'embedding', index: 1, embedding: [0.0188, -0.0529, -0.1402, 0.0116, 0.0447] },
  ],
  usage: { prompt_tokens: 14, total_tokens: 14 },
};

test('embeddings.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: CREATE_EMBEDDING_RESPONSE });

  const result = await wire.client.embeddings.create({
    input: 'input',
    model: 'nomic-embed-text-v1_5',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/embeddings',
    json: { input: 'input', model: 'nomic-embed-text-v1_5' },
  });
  assert.deepEqual(result, CREATE_EMBEDDING_RESPONSE);
});

test('embeddings.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: CREATE_EMBEDDING_RESPONSE });

  const result = await wire.client.embeddings.create({
    input: 'input',
    model: 'nomic-embed-text-v1_5',
    encoding_format: 'float',
    user: 'user',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/embeddings',
    json: {
      input: 'input',
      model: 'nomic-embed-text-v1_5',
      encoding_format: 'float',
      user: 'user',
    },
  });
  assert.deepEqual(result, CREATE_EMBEDDING_RESPONSE);
});

test('embeddings.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.embeddings.create({ input: 'input', model: 'nomic-embed-text-v1_5' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/embeddings',
    json: { input: 'input', model: 'nomic-embed-text-v1_5' },
  });
});
