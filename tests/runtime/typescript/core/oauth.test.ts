import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test } from 'node:test';

import {
  APIConnectionError,
  APIResponseValidationError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  SDKError,
} from '../../../../templates/typescript/runtime/core/error.js';
import { BaseClient } from '../../../../templates/typescript/runtime/core/client.js';
import type { BaseClientOptions } from '../../../../templates/typescript/runtime/core/options.js';
import { clientCredentials, type ClientCredentials } from '../../../../templates/typescript/runtime/internal/oauth.js';
import { json, serving, SETTINGS, type Answer, type Received } from './server.js';

const GUARD = { timeout: 60_000 };
const ID = 'the id';
const SECRET = 'a:b/c';

interface Options extends BaseClientOptions {
  apiKey?: string;
  clientID?: string;
  clientSecret?: string;
  tokenURL?: string;
}

let now = 0;

/** A client that gets its tokens by itself. */
class Fetching extends BaseClient<Options> {
  constructor(options: Options, authentication?: ClientCredentials['authentication']) {
    const scheme = clientCredentials({
      name: 'oauth',
      option: 'apiKey',
      clientID: 'clientID',
      clientSecret: 'clientSecret',
      urlOption: 'tokenURL',
      tokenURL: '/oauth/token',
      scopes: ['read'],
      ...(authentication ? { authentication } : {}),
      clock: () => now,
    });
    const { apiKey, clientID, clientSecret, tokenURL } = options;
    const settings = { ...SETTINGS, auth: [scheme], security: [['oauth']], variables: {} };
    super(settings, { apiKey, clientID, clientSecret, tokenURL }, options);
  }
}

/** Gives tokens with numbers, and answers calls that carry one that it does not refuse. */
class Service {
  given = 0;
  readonly refused = new Set<string>();
  life: unknown = 3600;

  readonly answer: Answer = (request, response) => {
    if (request.url === '/oauth/token') {
      this.given += 1;
      json({ access_token: `t${this.given}`, expires_in: this.life })(request, response);
      return;
    }
    const bearer = request.headers.authorization ?? '';
    const isGood = /^Bearer t/.test(bearer) && !this.refused.has(bearer);
    json({}, isGood || request.url === '/status' ? 200 : 401)(request, response);
  };
}

async function using(
  use: (client: Fetching, service: Service, received: Received[]) => Promise<void>,
  options: Options = {},
): Promise<void> {
  now = 0;
  const service = new Service();
  await serving([service.answer], async (baseURL, received) => {
    const given = { clientID: ID, clientSecret: SECRET, baseURL, maxRetries: 0, ...options };
    await use(new Fetching(given), service, received);
  });
}

const urls = (received: Received[]): string[] => received.map(({ url }) => url);
const bearers = (received: Received[]): (string | undefined)[] =>
  received.filter(({ url }) => url === '/notes').map(({ headers }) => headers.authorization);

test('a token is fetched once and carries every call', GUARD, async () => {
  await using(async (client, _, received) => {
    for (let call = 0; call < 3; call += 1) await client.get('/notes');
    assert.deepEqual(urls(received), ['/oauth/token', '/notes', '/notes', '/notes']);
    const [token] = received;
    assert.equal(token?.method, 'POST');
    assert.equal(token.headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(token.body, 'grant_type=client_credentials&scope=read');
    const pair = atob(token.headers.authorization?.replace('Basic ', '') ?? '');
    assert.equal(pair, 'the+id:a%3Ab%2Fc');
    assert.deepEqual(new Set(bearers(received)), new Set(['Bearer t1']));
  });
});

test(
  'the service gets the id and the secret, and nothing else of the client: no header, no query, no hook',
  GUARD,
  async () => {
    const seen: string[] = [];
    const options = {
      defaultHeaders: { 'X-Hidden': 'hidden' },
      defaultQuery: { key: 'hidden' },
      beforeRequest: ({ url, headers }: { url: string; headers: Headers }): void => {
        seen.push(new URL(url).pathname);
        headers.set('X-Signature', 'hidden');
      },
      afterResponse: ({ url }: Response): unknown => seen.push(new URL(url).pathname),
    };
    await using(async (client, _, received) => {
      await client.get('/notes', { options: { headers: { 'X-Mark': 'hidden' } } });
      const [token, call] = received;
      assert.equal(token?.url, '/oauth/token');
      assert.ok(!inspect(token).includes('hidden'));
      assert.equal(call?.headers['x-signature'], 'hidden');
      assert.deepEqual(seen, ['/notes', '/notes']);
    }, options);
  },
);

test('the id and the secret can go into the form', GUARD, async () => {
  await serving([new Service().answer], async (baseURL, received) => {
    const options = { clientID: ID, clientSecret: SECRET, baseURL };
    await new Fetching(options, 'client_secret_post').get('/notes');
    const [token, call] = received;
    assert.equal(token?.headers.authorization, undefined);
    const form = Object.fromEntries(new URLSearchParams(token?.body));
    const pair = { client_id: ID, client_secret: SECRET };
    assert.deepEqual(form, { grant_type: 'client_credentials', scope: 'read', ...pair });
    assert.equal(call?.headers.authorization, 'Bearer t1');
  });
});

test('scopes are those that the call needs, and wider tokens serve narrower calls', GUARD, async () => {
  const scopes = ['read', 'write'];
  const asked = (received: Received[]): string[] =>
    received.filter(({ url }) => url === '/oauth/token').map(({ body }) => body.split('scope=')[1] ?? '');
  await using(async (client, _, received) => {
    await client.get('/notes');
    await client.get('/notes', { scopes });
    await client.get('/notes');
    assert.deepEqual(asked(received), ['read', 'read+write']);
    assert.deepEqual(bearers(received), ['Bearer t1', 'Bearer t2', 'Bearer t1']);
  });
  await using(async (client, _, received) => {
    await client.get('/notes', { scopes });
    await client.get('/notes');
    assert.deepEqual(asked(received), ['read+write']);
  });
  await using(async (client, _, received) => {
    await client.get('/notes', { scopes: [] });
    assert.equal(received[0]?.body, 'grant_type=client_credentials');
  });
});

test('no token is fetched where none is needed, or where another proof is given', GUARD, async () => {
  await using(async (client, service, received) => {
    await client.get('/status', { security: [] });
    await client.get('/notes', { options: { headers: { Authorization: 'Bearer town' } } });
    await client.get('/status', { options: { headers: { Authorization: null } } });
    await client.withOptions({ apiKey: 'tgiven' }).get('/notes');
    assert.equal(service.given, 0);
    assert.deepEqual(bearers(received), ['Bearer town', 'Bearer tgiven']);
    assert.equal(received[2]?.headers.authorization, undefined);
  });
});

test('tokens can come from elsewhere', GUARD, async () => {
  await serving([json({ access_token: 'tfar' })], async (elsewhere, asked) => {
    await using(
      async (client, _, received) => {
        await client.get('/notes');
        assert.deepEqual([urls(asked), bearers(received)], [['/token'], ['Bearer tfar']]);
      },
      { tokenURL: `${elsewhere}/token` },
    );
  });
});

test('a token is renewed shortly before it expires', GUARD, async () => {
  for (const [life, at, fetched] of [
    [3600, 3569, 1],
    [3600, 3571, 2],
    ['100', 91, 2],
    ['100', 89, 1],
    [null, 9e9, 1],
    ['soon', 9e9, 1],
  ] as const) {
    await using(async (client, service) => {
      service.life = life;
      await client.get('/notes');
      now = at * 1000;
      await client.get('/notes');
      assert.equal(service.given, fetched, `${life} at ${at}`);
    });
  }
});

test('a refused token is renewed once, and then its refusal is an error', GUARD, async () => {
  await using(async (client, service, received) => {
    service.refused.add('Bearer t1');
    await client.get('/notes');
    assert.deepEqual(urls(received), ['/oauth/token', '/notes', '/oauth/token', '/notes']);
    assert.equal(received[3]?.headers['x-retry-count'], undefined);
  });
  await using(async (client, service) => {
    service.refused.add('Bearer t1').add('Bearer t2');
    await assert.rejects(async () => client.get('/notes'), AuthenticationError);
    assert.equal(service.given, 2);
  });
});

test('rule 39: a body that cannot be read again is not sent with a new token', GUARD, async () => {
  await using(async (client, service, received) => {
    service.refused.add('Bearer t1');
    const content = new Blob(['note']).stream();
    await assert.rejects(async () => client.post('/notes', { content }), AuthenticationError);
    assert.deepEqual(urls(received), ['/oauth/token', '/notes']);
  });
});

test(
  'a token that cannot be got is an error like any other, and nothing is sent without it',
  GUARD,
  async () => {
    const table: [Answer, new (...given: never) => Error][] = [
      [json({ error: 'invalid_client' }, 401), AuthenticationError],
      [json({ error: 'invalid_scope' }, 400), BadRequestError],
      [json({ token: 'other' }), APIResponseValidationError],
      [(_, response) => response.end('<html>'), APIResponseValidationError],
      [(_, response) => response.socket?.destroy(), APIConnectionError],
    ];
    for (const [answer, error] of table) {
      await serving([answer], async (baseURL, received) => {
        const client = new Fetching({ clientID: ID, clientSecret: SECRET, baseURL, maxRetries: 1 });
        await assert.rejects(async () => client.get('/notes'), error);
        assert.deepEqual(new Set(urls(received)), new Set(['/oauth/token']));
        assert.equal(received.length, error === APIConnectionError ? 2 : 1); // its own attempts, and no others
        await assert.rejects(async () => client.get('/notes'), error); // and the next call asks anew
      });
    }
  },
);

test(
  'rule 52: a thousand calls at once fetch one token, and one more when that is refused',
  GUARD,
  async () => {
    await using(async (client, service) => {
      const calls = (): Promise<unknown> =>
        Promise.all(Array.from({ length: 1000 }, () => client.get('/notes')));
      await calls();
      assert.equal(service.given, 1);
      service.refused.add('Bearer t1');
      await calls();
      assert.equal(service.given, 2);
    });
  },
);

test('a call that is aborted while it waits for a token leaves the token to others', GUARD, async () => {
  let reply = (): void => {};
  const slow: Answer = (request, response) => {
    if (request.url !== '/oauth/token') return json({ ok: 1 })(request, response);
    reply = (): void => json({ access_token: 't' })(request, response) as void;
    return undefined;
  };
  await serving([slow], async (baseURL, received) => {
    const client = new Fetching({ clientID: ID, clientSecret: SECRET, baseURL });
    const controller = new AbortController();
    const first = client.get('/notes', { options: { signal: controller.signal } });
    const second = client.get('/notes');
    for (const call of [first, second]) call.catch(() => {});
    while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await assert.rejects(async () => first, APIUserAbortError);
    reply();
    assert.deepEqual(await second, { ok: 1 });
    assert.deepEqual(urls(received), ['/oauth/token', '/notes']);
  });
});

test('copies share their tokens unless they have credentials or an address of their own', GUARD, async () => {
  await using(async (client, service) => {
    await client.get('/notes');
    await client.withOptions({ maxRetries: 1 }).get('/notes');
    assert.equal(service.given, 1);
    await client.withOptions({ clientSecret: 'other' }).get('/notes');
    assert.equal(service.given, 2);
    await client.withOptions({ baseURL: client.baseURL.replace('127.0.0.1', 'localhost') }).get('/notes');
    assert.equal(service.given, 3);
  });
});

test('rule 49: no secret reaches the log, nor a client that is logged', GUARD, async () => {
  const said: unknown[] = [];
  const note = (...parts: unknown[]): void => void said.push(...parts);
  const logger = { error: note, warn: note, info: note, debug: note };
  await using(
    async (client, _, received) => {
      await client.get('/notes');
      const pair = received[0]?.headers.authorization?.replace('Basic ', '') ?? '?';
      const shown = inspect([said, client], { depth: 9, showHidden: true });
      assert.match(shown, /oauth\/token/);
      for (const secret of [SECRET, pair, 'Bearer t1']) assert.ok(!shown.includes(secret), secret);
    },
    { logger, logLevel: 'debug' },
  );
});

test('a client without credentials says what it needs', () => {
  assert.throws(() => new Fetching({ clientID: ID }), {
    constructor: SDKError,
    message: /pass clientSecret/,
  });
  assert.throws(() => new Fetching({}), /pass clientID and pass clientSecret/);
});
