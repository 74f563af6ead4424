import { env } from 'node:process';
import type { TestContext } from 'node:test';

import { Groq } from 'groq-sdk';

import { Wire, type Setup } from './wire.js';

// What a client would take from the environment.
delete env['GROQ_API_KEY'];
delete env['GROQ_BASE_URL'];
delete env['GROQ_LOG'];
delete env['GROQ_CUSTOM_HEADERS'];

const SETUP: Setup<Groq> = {
  client: (options) => new Groq({ apiKey: 'my-api-key', ...options }),
  baseURL: 'https://api.groq.com',
  proof: { authorization: 'Bearer my-api-key' },
};

/** A client, and the other end of its connection. */
export function connect(context: TestContext): Promise<Wire<Groq>> {
  return Wire.connect(context, SETUP);
}
