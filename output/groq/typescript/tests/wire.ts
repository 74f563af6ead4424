import assert from 'node:assert/strict';
import { env } from 'node:process';
import type { TestContext } from 'node:test';

import { bodyOf, byName, type SentBody } from './bodies.js';
import { serve, type Received, type Reply } from './server.js';

/** The package that is tested, and what is known of its API. */
export interface Setup<Client> {
  /** Makes a client that can prove who it is. */
  readonly client: (options: WireOptions) => Client;
  /** Where the API is found. */
  readonly baseURL: string;
  /** The headers that prove who sends a request, as long as a call wants no others. */
  readonly proof: Readonly<Record<string, string>>;
  /** The header whose value nobody foresees. */
  readonly unsaid?: string;
}

/** What a client needs to send its requests here. */
export interface WireOptions {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly maxRetries: number;
}

/** What a request is answered with; at most one of `json`, `text`, `content` and `events` is its body. */
export interface Answer {
  readonly status?: number;
  /** The media type, where it is not the usual one of such a body. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Bytes that are no text to the client. */
  readonly content?: string;
  /** The events of a stream: text as it is, and anything else as JSON. */
  readonly events?: readonly unknown[];
  readonly framing?: 'sse' | 'jsonl';
  /** What ends the stream. */
  readonly sentinel?: string;
}

/**
 * A request as it was sent. `url` starts behind the base URL of the API; the names of its query, like those of cookies,
 * are sorted, since order means something only among equal ones. `headers` are those of the call itself, in lower case.
 * A request that is not signed lacks the usual proof.
 */
export interface Sent extends SentBody {
  method: string;
  url: string;
  headers?: Record<string, string>;
  signed?: false;
}

// What says nothing about the call: `fetch` and the connection decide about it.
const OF_TRANSPORT = new Set([
  'accept',
  'connection',
  'content-length',
  'host',
  'sec-fetch-mode',
  'transfer-encoding',
]);
// What is said where the call says nothing.
const USUALLY: Record<string, RegExp> = {
  'accept-encoding': /^(br|gzip|deflate|zstd)(, ?(br|gzip|deflate|zstd))*$/,
  'accept-language': /^\*$/,
  'user-agent': /^\S+\/\S+ node\/\S+$/,
};
// `fetch` itself refuses these.
const REFUSED = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** A client and the other end of its connection: in memory, or over loopback where LOOPBACK is set. */
export class Wire<Client> {
  readonly client: Client;
  private readonly setup: Setup<Client>;
  private reply: Reply = { status: 200, headers: {}, body: '' };
  private received: Received[] = [];
  private loopback: string | undefined;
  private origin = '';

  private constructor(setup: Setup<Client>) {
    this.setup = setup;
    this.client = setup.client({ fetch: (url, init) => this.fetch(url, init), maxRetries: 0 });
  }

  /** A client for the duration of a test. */
  static async connect<Client>(context: TestContext, setup: Setup<Client>): Promise<Wire<Client>> {
    const wire = new Wire(setup);
    if (env['LOOPBACK']) {
      const server = await serve((received) =>
        wire.respond({ ...received, url: wire.origin + received.url }),
      );
      wire.loopback = server.url;
      context.after(() => server.close());
    }
    return wire;
  }

  /** Chooses what the next request is answered with. */
  answer(answer: Answer): void {
    const { status = 200, type, headers = {} } = answer;
    const { body, usual } = written(answer);
    const kind = type ?? usual;
    this.reply = { status, headers: kind ? { ...headers, 'content-type': kind } : headers, body };
    this.received = [];
  }

  /** The one request that was sent since the answer was chosen. */
  get request(): Sent {
    const { method, url, headers, body } = this.only;
    const { proof, unsaid } = this.setup;
    const isSigned = Object.entries(proof).every(([name, text]) => headers[name] === text);
    const own = Object.entries(headers).filter(
      ([name, text]) =>
        !OF_TRANSPORT.has(name) &&
        name !== unsaid &&
        !(isSigned && name in proof) &&
        !USUALLY[name]?.test(text),
    );
    const texts = own.map(([name, bytes]) => [name, decoded(bytes)]);
    const { kept, ...found } = bodyOf(body, Object.fromEntries(texts));
    const sent: Sent = { method, url: this.below(url), ...found };
    if (kept['cookie']) kept['cookie'] = inOrder(kept['cookie'], '; ');
    if (Object.keys(kept).length > 0) sent.headers = kept;
    if (!isSigned) sent.signed = false;
    return sent;
  }

  /** The media type that the request asked for. */
  get accept(): string | undefined {
    return this.only.headers['accept'];
  }

  private get only(): Received {
    const [first] = this.received;
    assert.equal(this.received.length, 1, `${this.received.length} requests were sent`);
    return first as Received;
  }

  /** The URL behind the base URL, with the names of its query in order. */
  private below(url: string): string {
    const base = new URL(this.setup.baseURL).href.replace(/\/$/, '');
    const isBelow = url.startsWith(base) && /^([/?]|$)/.test(url.slice(base.length));
    const [path = '', ...query] = (isBelow ? url.slice(base.length) : url).split('?');
    if (query.length === 0) return path;
    return `${path}?${inOrder(query.join('?'), '&')}`;
  }

  private async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { method = 'GET', body = null } = init;
    const { href, origin } = new URL(url.split('#')[0] ?? '');
    const isRefused = REFUSED.has(method) || (body !== null && /^(GET|HEAD)$/.test(method));
    let response: Response;
    if (this.loopback && !isRefused) {
      this.origin = origin;
      response = await fetch(href.replace(origin, this.loopback), init);
    } else {
      const headers = Object.fromEntries(new Headers(init.headers));
      const text = await new Response(body).text();
      const reply = this.respond({ method, url: href, headers, body: text });
      response = new Response(reply.body || null, reply);
    }
    // Links to further pages are followed from where the answer came from.
    return Object.defineProperty(response, 'url', { value: href });
  }

  private respond(received: Received): Reply {
    this.received.push(received);
    return this.reply;
  }
}

/** A header, of which each character stands for a byte of UTF-8. */
function decoded(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** Pairs in the order of their names. */
function inOrder(pairs: string, separator: string): string {
  const ordered = byName(pairs.split(separator), (pair) => pair.split('=')[0] ?? '');
  return ordered.join(separator);
}

/** The body of an answer, and the media type that such a body usually has. */
function written({ json, text, content, events, framing, sentinel }: Answer): {
  body: string;
  usual?: string;
} {
  if (events) {
    const lines = events.map((event) =>
      typeof event === 'string' ? event : JSON.stringify(event),
    );
    if (sentinel !== undefined) lines.push(sentinel);
    const isLines = framing === 'jsonl';
    const body = lines.map((line) => (isLines ? `${line}\n` : `data: ${line}\n\n`)).join('');
    return { body, usual: 'text/event-stream' };
  }
  if (json !== undefined) return { body: JSON.stringify(json), usual: 'application/json' };
  return text === undefined ? { body: content ?? '' } : { body: text, usual: 'text/plain' };
}

/** All that a stream or a list in pages holds. */
export async function listed<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
