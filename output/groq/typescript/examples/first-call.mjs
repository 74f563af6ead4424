/** A first call. */

import Groq from 'groq-sdk';

const client = new Groq();

const result = await client.chat.completions.create({
  messages: [{ role: 'user', content: 'Why does bread rise?' }],
  model: 'llama-3.3-70b-versatile',
});
console.log(result);
