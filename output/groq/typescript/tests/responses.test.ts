import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CapacityExceededError } from 'groq-sdk';

import { connect } from './setup.js';
import { listed } from './wire.js';

const RESPONSE = {
  id: 'resp_01k3g9e5t2v7hxqz8n4rc0mdyk',
  object: 'response',
  status: 'completed',
  created_at: 1756112186,
  model: 'openai/gpt-oss-120b',
  output: [
    { type: 'reasoning', id: 'resp_01k3g9e5t2v7hxr1wb6ap3sfjt', summary: [] },
    {
      type: 'message',
      id: 'msg_01k3g9e5t2v7hxs5qd8ky9mgen',
      status: 'completed',
      role: 'assistant',
      content: [
        {
          type: 'output_text',
          text: 'Bright until noon, then a soft westerly with one shower for the fishermen at dusk.',
          annotations: [],
        },
      ],
    },
  ],
  previous_response_id: null,
  reasoning: { effort: 'medium', summary: null },
  max_output_tokens: null,
  instructions: null,
  text: { format: { type: 'text' } },
  tools: [],
  tool_choice: 'auto',
  truncation: 'disabled',
  metadata: {},
  temperature: 1,
  top_p: 1,
  user: null,
  service_tier: 'default',
  error: null,
  incomplete_details: null,
  usage: {
    input_tokens: 79,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 58,
    output_tokens_details: { cached_tokens: 0, reasoning_tokens: 31 },
    total_tokens: 137,
  },
  parallel_tool_calls: true,
  store: false,
};

const EVENTS = [
  {
    type: 'response.created',
    sequence_number: 1,
    response: {
      id: 'id',
      object: 'response',
      status: 'completed',
      created_at: 1,
      output: [
        {
          type: 'message',
          id: 'id',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'text', annotations: [] }],
        },
      ],
      model: 'model',
      tools: [{ type: 'function', name: 'name' }],
      tool_choice: 'none',
      truncation: 'auto',
      metadata: { key: 'value' },
      temperature: 1.5,
      top_p: 1.5,
      service_tier: 'auto',
      error: { code: 'code', message: 'message' },
      incomplete_details: { reason: 'reason' },
      parallel_tool_calls: true,
      store: true,
    },
  },
  {
    type: 'response.in_progress',
    sequence_number: 1,
    response: {
      id: 'id',
      object: 'response',
      status: 'completed',
      created_at: 1,
      output: [
        {
          type: 'message',
          id: 'id',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'text', annotations: [] }],
        },
      ],
      model: 'model',
      tools: [{ type: 'function', name: 'name' }],
      tool_choice: 'none',
      truncation: 'auto',
      metadata: { key: 'value' },
      temperature: 1.5,
      top_p: 1.5,
      service_tier: 'auto',
      error: { code: 'code', message: 'message' },
      incomplete_details: { reason: 'reason' },
      parallel_tool_calls: true,
      store: true,
    },
  },
];

test('responses.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: RESPONSE });

  const result = await wire.client.responses.create({ model: 'gemma2-9b-it', input: 'input' });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/responses',
    json: { model: 'gemma2-9b-it', input: 'input' },
  });
  assert.deepEqual(result, RESPONSE);
});

test('responses.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: RESPONSE });

  const result = await wire.client.responses.create({
    model: 'gemma2-9b-it',
    input: 'input',
    instructions: 'instructions',
    max_output_tokens: 1,
    temperature: 1,
    top_p: 1,
    tools: [{ type: 'function', name: 'name' }],
    tool_choice: 'none',
    text: {},
    reasoning: { effort: 'medium' },
    metadata: { key: 'value' },
    parallel_tool_calls: true,
    store: false,
    user: 'user',
    service_tier: 'auto',
    truncation: 'disabled',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/responses',
    json: {
      model: 'gemma2-9b-it',
      input: 'input',
      instructions: 'instructions',
      max_output_tokens: 1,
      temperature: 1,
      top_p: 1,
      tools: [{ type: 'function', name: 'name' }],
      tool_choice: 'none',
      text: {},
      reasoning: { effort: 'medium' },
      metadata: { key: 'value' },
      parallel_tool_calls: true,
      store: false,
      user: 'user',
      service_tier: 'auto',
      truncation: 'disabled',
    },
  });
  assert.deepEqual(result, RESPONSE);
});

test('responses.create with stream: true', async (context) => {
  const wire = await connect(context);
  wire.answer({ events: EVENTS });

  const result = await wire.client.responses.create({
    model: 'gemma2-9b-it',
    input: 'input',
    stream: true,
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/responses',
    json: { model: 'gemma2-9b-it', input: 'input', stream: true },
  });
  assert.deepEqual(await listed(result), EVENTS);
});

test('responses.create fails with status 498', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 498, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.responses.create({ model: 'gemma2-9b-it', input: 'input' });
  await assert.rejects(call, {
    constructor: CapacityExceededError,
    status: 498,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/responses',
    json: { model: 'gemma2-9b-it', input: 'input' },
  });
});
