import { createServer, type IncomingMessage } from 'node:http';

/** A request as it arrived, with its headers in lower case. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A server on loopback, until it is closed. */
export async function serve(
  respond: (received: Received) => Reply,
): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const reply = respond({ method, url, headers, body: await textOf(request) });
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of request) pieces.push(piece);
  return new Blob(pieces).text();
}
