import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from '../setup.js';

const TRANSCRIPTION = {
  text: 'The first turbine went into the water in March, and it has not missed a tide since.',
};

const TRANSCRIPTION_VERBOSE = {
  language: 'language',
  duration: 'duration',
  text: 'text',
  words: [{ word: 'word', start: 1.5, end: 1.5 }],
  segments: [{ id: 1, seek: 1, start: 1.5, end: 1.5, text: 'text', tokens: [1, 2] }],
};

test('audio.transcriptions.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSCRIPTION });

  const result = await wire.client.audio.transcriptions.create({ model: 'whisper-large-v3' });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/transcriptions',
    parts: [{ name: 'model', content: 'whisper-large-v3' }],
  });
  assert.deepEqual(result, TRANSCRIPTION);
});

test('audio.transcriptions.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSCRIPTION });

  const result = await wire.client.audio.transcriptions.create({
    file: new File(['example content'], 'example.bin'),
    url: 'url',
    model: 'whisper-large-v3',
    language: 'en',
    prompt: 'prompt',
    temperature: 0,
    timestamp_granularities: ['segment'],
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/transcriptions',
    parts: [
      {
        name: 'file',
        content: 'example content',
        file: 'example.bin',
        type: 'application/octet-stream',
      },
      { name: 'language', content: 'en' },
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'prompt', content: 'prompt' },
      { name: 'temperature', content: '0' },
      { name: 'timestamp_granularities[]', content: 'segment' },
      { name: 'url', content: 'url' },
    ],
  });
  assert.deepEqual(result, TRANSCRIPTION);
});

test("audio.transcriptions.create with response_format: 'text'", async (context) => {
  const wire = await connect(context);
  wire.answer({ text: 'example text' });

  const result = await wire.client.audio.transcriptions.create({
    model: 'whisper-large-v3',
    response_format: 'text',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/transcriptions',
    parts: [
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'response_format', content: 'text' },
    ],
  });
  assert.equal(result, 'example text');
});

test("audio.transcriptions.create with response_format: 'verbose_json'", async (context) => {
  const wire = await connect(context);
  wire.answer({ json: TRANSCRIPTION_VERBOSE });

  const result = await wire.client.audio.transcriptions.create({
    model: 'whisper-large-v3',
    response_format: 'verbose_json',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/transcriptions',
    parts: [
      { name: 'model', content: 'whisper-large-v3' },
      { name: 'response_format', content: 'verbose_json' },
    ],
  });
  assert.deepEqual(result, TRANSCRIPTION_VERBOSE);
});

test('audio.transcriptions.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.audio.transcriptions.create({ model: 'whisper-large-v3' });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/transcriptions',
    parts: [{ name: 'model', content: 'whisper-large-v3' }],
  });
});
