/** A call that sends a file. */

import fs from 'node:fs';
import Groq from 'groq-sdk';

const client = new Groq();

const result = await client.audio.transcriptions.create({
  file: fs.createReadStream('recording.m4a'),
  model: 'whisper-large-v3',
});
console.log(result);
