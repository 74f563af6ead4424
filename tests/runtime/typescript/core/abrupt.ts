import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A server that says these bytes to each request, and then hangs, ends the connection, or resets it. */
export async function abrupt(
  said: string | Uint8Array,
  then: 'hang' | 'close' | 'reset',
  use: (url: string, server: { requests: number; sockets: Set<Socket> }) => Promise<void>,
): Promise<void> {
  const seen = { requests: 0, sockets: new Set<Socket>() };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => {
      seen.sockets.delete(socket);
      open.delete(socket);
    });
    socket.on('error', () => {});
    let head = '';
    socket.on('data', (piece) => {
      head += piece.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      head = '';
      seen.sockets.add(socket);
      seen.requests += 1;
      socket.write(said, () => {
        if (then === 'close') socket.end();
        if (then === 'reset') socket.resetAndDestroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
  } finally {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Waits until every connection that carried a request has been given back; a test that leaks one does not end. */
export async function closed(sockets: ReadonlySet<unknown>): Promise<void> {
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
}
