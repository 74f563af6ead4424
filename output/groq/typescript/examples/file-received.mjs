/** A call that answers with a file. */

import { writeFile } from 'node:fs/promises';
import Groq from 'groq-sdk';

const client = new Groq();

const response = await client.audio.speech.create({
  model: 'playai-tts',
  input: 'The 9:40 to Lisbon now boards at gate 12.',
  voice: 'Fritz-PlayAI',
  response_format: 'wav',
});
await writeFile('download.bin', Buffer.from(await response.arrayBuffer()));
