/** An answer that arrives piece by piece. */

import Groq from 'groq-sdk';

const client = new Groq();

const stream = await client.chat.completions.create({
  messages: [{ role: 'user', content: 'Why does bread rise?' }],
  model: 'llama-3.3-70b-versatile',
  stream: true,
});
for await (const event of stream) {
  console.log(event);
}
