import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CapacityExceededError } from 'groq-sdk';

import { connect } from '../setup.js';
import { listed } from '../wire.js';

const CHAT_COMPLETION = {
  id: 'chatcmpl-5d0c8f1e-7b42-4c39-9a6d-2e81f03b77c4',
  object: 'chat.completion',
  created: 1756110315,
  model: 'llama-3.3-70b-versatile',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content:
          'Yeast eats the sugars in the dough and breathes out carbon dioxide. Stretchy gluten traps the gas in small bubbles, and the loaf swells.',
      },
      logprobs: null,
      finish_reason: 'stop',
    },
  ],
  usage: {
    queue_time: 0.0184,
    prompt_tokens: 47,
    prompt_time: 0.0021,
    completion_tokens: 34,
    completion_time: 0.1136,
    total_tokens: 81,
    total_time: 0.1157,
  },
  system_fingerprint: 'fp_8c41d2a09e',
  service_tier: 'on_demand',
  x_groq: { id: 'req_01k3g7kxd4e9bsv6m2w0tzy5rn' },
};

const EVENTS = [
  {
    id: 'id',
    choices: [{ delta: { content: 'content' }, finish_reason: 'stop', index: 1 }],
    created: 1,
    model: 'model',
    system_fingerprint: 'system_fingerprint',
    object: 'chat.completion.chunk',
    x_groq: { id: 'id' },
  },
  {
    id: 'id',
    choices: [{ delta: { content: 'content' }, finish_reason: 'stop', index: 1 }],
    created: 1,
    model: 'model',
    system_fingerprint: 'system_fingerprint',
    object: 'chat.completion.chunk',
    x_groq: { id: 'id' },
  },
];

test('chat.completions.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: CHAT_COMPLETION });

  const result = await wire.client.chat.completions.create({
    messages: [{ content: 'content', role: 'system' }],
    model: 'compound-beta',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/chat/completions',
    json: { messages: [{ content: 'content', role: 'system' }], model: 'compound-beta' },
  });
  assert.deepEqual(result, CHAT_COMPLETION);
});

test('chat.completions.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: CHAT_COMPLETION });

  const result = await wire.client.chat.completions.create({
    messages: [{ content: 'content', role: 'system' }],
    model: 'compound-beta',
    disable_tool_validation: false,
    frequency_penalty: 0,
    include_reasoning: true,
    logit_bias: { key: 1 },
    logprobs: false,
    top_logprobs: 1,
    max_tokens: 1,
    max_completion_tokens: 1,
    n: 1,
    presence_penalty: 0,
    response_format: { type: 'text' },
    seed: 1,
    service_tier: 'auto',
    stop: 'stop',
    reasoning_effort: 'none',
    reasoning_format: 'hidden',
    temperature: 1,
    top_p: 1,
    tools: [{ type: 'function' }],
    tool_choice: 'none',
    parallel_tool_calls: true,
    user: 'user',
    function_call: 'none',
    functions: [{ name: 'name' }],
    metadata: { key: 'value' },
    store: true,
    include_domains: ['include_domains_1', 'include_domains_2'],
    exclude_domains: ['exclude_domains_1', 'exclude_domains_2'],
    search_settings: { include_images: true },
    compound_custom: {},
    documents: [{ source: { type: 'text', text: 'text' } }],
    citation_options: 'enabled',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/chat/completions',
    json: {
      messages: [{ content: 'content', role: 'system' }],
      model: 'compound-beta',
      disable_tool_validation: false,
      frequency_penalty: 0,
      include_reasoning: true,
      logit_bias: { key: 1 },
      logprobs: false,
      top_logprobs: 1,
      max_tokens: 1,
      max_completion_tokens: 1,
      n: 1,
      presence_penalty: 0,
      response_format: { type: 'text' },
      seed: 1,
      service_tier: 'auto',
      stop: 'stop',
      reasoning_effort: 'none',
      reasoning_format: 'hidden',
      temperature: 1,
      top_p: 1,
      tools: [{ type: 'function' }],
      tool_choice: 'none',
      parallel_tool_calls: true,
      user: 'user',
      function_call: 'none',
      functions: [{ name: 'name' }],
      metadata: { key: 'value' },
      store: true,
      include_domains: ['include_domains_1', 'include_domains_2'],
      exclude_domains: ['exclude_domains_1', 'exclude_domains_2'],
      search_settings: { include_images: true },
      compound_custom: {},
      documents: [{ source: { type: 'text', text: 'text' } }],
      citation_options: 'enabled',
    },
  });
  assert.deepEqual(result, CHAT_COMPLETION);
});

test('chat.completions.create with stream: true', async (context) => {
  const wire = await connect(context);
  wire.answer({ events: EVENTS, sentinel: '[DONE]' });

  const result = await wire.client.chat.completions.create({
    messages: [{ content: 'content', role: 'system' }],
    model: 'compound-beta',
    stream: true,
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/chat/completions',
    json: {
      messages: [{ content: 'content', role: 'system' }],
      model: 'compound-beta',
      stream: true,
    },
  });
  assert.deepEqual(await listed(result), EVENTS);
});

test('chat.completions.create fails with status 498', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 498, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.chat.completions.create({
    messages: [{ content: 'content', role: 'system' }],
    model: 'compound-beta',
  });
  await assert.rejects(call, {
    constructor: CapacityExceededError,
    status: 498,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/chat/completions',
    json: { messages: [{ content: 'content', role: 'system' }], model: 'compound-beta' },
  });
});
