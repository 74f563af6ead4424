import type { Watch } from './watch.js';

/**
 * The response, whose body is yet to be read: each piece of that must come in time, what goes wrong is an error of ours,
 * and the caller can abort it.
 */
export function watched(response: Response, watch: Watch): Response {
  if (!response.body) {
    watch.close();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(sink): Promise<void> {
        watch.touch();
        try {
          const { value, done } = await reader.read();
          watch.release();
          if (!done) return sink.enqueue(value);
          watch.close();
          sink.close();
        } catch (reason) {
          watch.close();
          sink.error(watch.failure(reason));
        }
      },
      async cancel(reason): Promise<void> {
        watch.close();
        await reader.cancel(reason);
      },
    },
    // Nothing is read ahead of whoever reads this body.
    { highWaterMark: 0 },
  );
  const { status, statusText, headers, url, redirected, type } = response;
  const found = new Response(body, { status, statusText, headers });
  for (const [name, value] of Object.entries({ url, redirected, type })) {
    Object.defineProperty(found, name, { value }); // a new response cannot be told where it came from
  }
  return found;
}
