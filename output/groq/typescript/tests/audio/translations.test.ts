import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from '../setup.js';

const TRANSLATION = {
  text: 'Good evening, I would like to move my reservation to the second of May.',
};

const TRANSLATION_VERBOSE = {
  language: 'language',
  duration: 'duration',
  text: 'text',
  segments: [{ id: 1, seek: 1, start: 1.5, end: 1.5, text: 'text', tokens: [1, 2] }],
};

test('audio.translations.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSLATION });

  const result = await wire.client.audio.translations.create({ model: 'whisper-large-v3' });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/translations',
    parts: [{ name: 'model', content: 'whisper-large-v3' }],
  });
  assert.deepEqual(result, TRANSLATION);
});

test('audio.translations.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSLATION });

  const result = await wire.client.audio.translations.create({
    file: new File(['example content'], 'example.bin'),
    url: 'url',
    model: 'whisper-large-v3',
    prompt: 'prompt',
    temperature: 0,
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/translations',
    parts: [
      {
        name: 'file',
        content: 'example content',
        file: 'example.bin',
        type: 'application/octet-stream',
      },
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'prompt', content: 'prompt' },
      { name: 'temperature', content: '0' },
      { name: 'url', content: 'url' },
    ],
  });
  assert.deepEqual(result, TRANSLATION);
});

test("audio.translations.create with response_format: 'text'", async (context) => {
  const wire = await connect(context);
  wire.answer({ text: 'example text' });

  const result = await wire.client.audio.translations.create({
    model: 'whisper-large-v3',
    response_format: 'text',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/translations',
    parts: [
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'response_format', content: 'text' },
    ],
  });
  assert.equal(result, 'example text');
});

test("audio.translations.create with response_format: 'verbose_json'", async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSLATION_VERBOSE });

  const result = await wire.client.audio.translations.create({
    model: 'whisper-large-v3',
    response_format: 'verbose_json',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/translations',
    parts: [
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'response_format', content: 'verbose_json' },
    ],
  });
  assert.deepEqual(result, TRANSLATION_VERBOSE);
});

test('audio.translations.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.audio.translations.create({ model: 'whisper-large-v3' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/translations',
    parts: [{ name: 'model', content: 'whisper-large-v3' }],
  });
});
