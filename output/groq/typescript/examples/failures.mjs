/** What may go wrong, and how to tell. */

import Groq from 'groq-sdk';

const client = new Groq();

try {
  const result = await client.chat.completions.create({
    messages: [{ role: 'user', content: 'Why does bread rise?' }],
    model: 'llama-3.3-70b-versatile',
  });
  console.log(result);
} catch (error) {
  if (error instanceof Groq.RateLimitError) {
    console.log('Too many requests; slow down.');
  } else if (error instanceof Groq.APIConnectionError) {
    console.log('The server could not be reached:', error.cause);
  } else if (error instanceof Groq.APIError) {
    console.log(error.status, error.request_id, error.error);
  } else {
    throw error;
  }
}
