import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BadRequestError } from 'groq-sdk';

import { connect } from '../setup.js';

test('audio.speech.create', async (context) => {
  const wire = await connect(context);
  wire.answer({ content: 'example content', type: 'audio/wav' });

  const result = await wire.client.audio.speech.create({
    model: 'playai-tts',
    input: 'input',
    voice: 'voice',
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/speech',
    json: { model: 'playai-tts', input: 'input', voice: 'voice' },
  });
  assert.equal(await result.text(), 'example content');
});

test('audio.speech.create with all arguments', async (context) => {
  const wire = await connect(context);
  wire.answer({ content: 'example content', type: 'audio/wav' });

  const result = await wire.client.audio.speech.create({
    model: 'playai-tts',
    input: 'input',
    voice: 'voice',
    response_format: 'mp3',
    sample_rate: 48000,
    speed: 1,
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/speech',
    json: {
      model: 'playai-tts',
      input: 'input',
      voice: 'voice',
      response_format: 'mp3',
      sample_rate: 48000,
      speed: 1,
    },
  });
  assert.equal(await result.text(), 'example content');
});

test('audio.speech.create fails with status 400', async (context) => {
  const wire = await connect(context);
  wire.answer({ status: 400, json: { error: { message: 'message', type: 'type' } } });

  const call = wire.client.audio.speech.create({
    model: 'playai-tts',
    input: 'input',
    voice: 'voice',
  });
  await assert.rejects(call, {
    constructor: BadRequestError,
    status: 400,
    error: { error: { message: 'message', type: 'type' } },
  });

  assert.deepEqual(wire.request, {
    method: 'POST',
    url: '/openai/v1/audio/speech',
    json: { model: 'playai-tts', input: 'input', voice: 'voice' },
  });
});
