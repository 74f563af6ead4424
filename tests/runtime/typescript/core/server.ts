import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { BaseClient } from '../../../../templates/typescript/runtime/core/client.js';
import type { BaseClientOptions } from '../../../../templates/typescript/runtime/core/options.js';
import type { Settings } from '../../../../templates/typescript/runtime/internal/settings.js';

/** A request as it arrived. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = (request: Received, response: ServerResponse) => unknown;

/**
 * A server on loopback that answers from a list, the last entry again and again, for as long as `use` runs. `sockets`
 * are the open connections on which a request has come: `fetch` opens others that it may never use.
 */
export async function serving(
  answers: Answer[],
  use: (url: string, received: Received[], sockets: Set<Socket>) => Promise<void>,
): Promise<void> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    const { socket } = request;
    if (!sockets.has(socket)) socket.once('close', () => sockets.delete(socket));
    sockets.add(socket);
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => {});
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const got = { method, url, headers, body: Buffer.concat(pieces).toString('latin1') };
      const answer = answers[Math.min(received.length, answers.length - 1)];
      received.push(got);
      answer?.(got, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, sockets);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** JSON with a status and headers. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** Events in these pieces; the answer stays open with `end` false. */
export function events(pieces: string[], end = true): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) response.write(piece);
    if (end) response.end();
  };
}

export const SETTINGS: Settings = {
  package: 'acme',
  version: '1.2.3',
  title: 'Acme',
  baseURL: 'https://api.acme.example',
  auth: [{ kind: 'bearer', name: 'key', option: 'apiKey' }],
  security: [['key']],
  variables: { apiKey: 'ACME_API_KEY', baseURL: 'ACME_BASE_URL', headers: 'ACME_HEADERS', log: 'ACME_LOG' },
  retry: {
    attempts: 2,
    statuses: [408, 409, 429],
    serverErrors: true,
    initial: 0.001,
    maximum: 0.002,
    cap: 120,
  },
  errors: {},
};

export interface Options extends BaseClientOptions {
  apiKey?: string | undefined;
  webhookSecret?: string | undefined;
}

/** A client of no API in particular. */
export class Client extends BaseClient<Options> {
  constructor(options: Options, settings: Partial<Settings> = {}) {
    const { apiKey, webhookSecret } = options;
    super({ ...SETTINGS, ...settings }, { apiKey, webhookSecret }, options);
  }
}
