import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from './setup.js';

const RERANKING_RESPONSE = {
  results: [
    { doc: 'Boil equal parts water and vinegar, then rinse twice.', score: 0.94 },
    { doc: 'Citric acid dissolves limescale in a few minutes.', score: 0.89 },
    { doc: 'Kettles sold in Europe must switch off when empty.', score: 0.11 },
  ],
};

test('reranking.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: RERANKING_RESPONSE });

  const result = await wire.client.reranking.create({
    model: 'model',
    query: 'query',
    docs: ['docs'],
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/reranking',
    json: { model: 'model', query: 'query', docs: ['docs'] },
  });
  assert.deepEqual(result, RERANKING_RESPONSE);
});

test('reranking.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: RERANKING_RESPONSE });

  const result = await wire.client.reranking.create({
    model: 'model',
    query: 'query',
    docs: ['docs'],
    instruction: 'instruction',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/reranking',
    json: { model: 'model', query: 'query', docs: ['docs'], instruction: 'instruction' },
  });
  assert.deepEqual(result, RERANKING_RESPONSE);
});

test('reranking.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.reranking.create({ model: 'model', query: 'query', docs: ['docs'] });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/reranking',
    json: { model: 'model', query: 'query', docs: ['docs'] },
  });
});
