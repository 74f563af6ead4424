import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SDKError } from '../../../../templates/typescript/runtime/core/error.js';
import { path } from '../../../../templates/typescript/runtime/internal/path.js';
import type { ClientOption } from '../../../../templates/typescript/runtime/internal/choices.js';
import { Client, json, serving } from './server.js';

const OPTIONS: ClientOption[] = [
  { name: 'team', place: 'header', parameter: 'X-Team' },
  { name: 'age', place: 'query', parameter: 'maxAge', kind: 'integer' },
  { name: 'share', place: 'query', parameter: 'share', kind: 'number', usual: 0.5 },
  { name: 'fresh', place: 'query', parameter: 'fresh', kind: 'boolean' },
  { name: 'id', place: 'path', parameter: 'id' },
  { name: 'region', place: 'server', parameter: 'region', usual: 'eu', values: ['eu', 'us'] },
];
const SETTINGS = {
  options: OPTIONS,
  baseURL: 'https://{region}.acme.example',
  variables: { team: 'ACME_TEAM', age: 'ACME_AGE', fresh: 'ACME_FRESH', id: 'ACME_ID' },
};

class Told extends Client {
  constructor(options: object) {
    super({ apiKey: 'k', ...options }, SETTINGS);
  }

  thing(id?: string): PromiseLike<unknown> {
    return this.get(path`/things/${id ?? this._known('id')}`);
  }
}

test('options of the client travel with every call, and copies keep them', async () => {
  await serving([json({})], async (baseURL, received) => {
    const client = new Told({ baseURL, team: 'red', age: 3, fresh: true, id: 'a/b' });
    await client.thing();
    await client.withOptions({ team: 'blue' } as object).thing('c');
    assert.deepEqual(
      received.map(({ url, headers }) => [url, headers['x-team']]),
      [
        ['/things/a%2Fb?maxAge=3&share=0.5&fresh=true', 'red'],
        ['/things/c?maxAge=3&share=0.5&fresh=true', 'blue'],
      ],
    );
  });
});

test('options come from the environment as what they are', async () => {
  const said = { ACME_TEAM: 'red', ACME_AGE: '3', ACME_FRESH: 'false', ACME_ID: 'a' };
  Object.assign(process.env, said);
  try {
    await serving([json({})], async (baseURL, received) => {
      await new Told({ baseURL, team: 'blue' }).thing();
      assert.equal(received[0]?.url, '/things/a?maxAge=3&share=0.5&fresh=false');
      assert.equal(received[0]?.headers['x-team'], 'blue');
    });
    process.env['ACME_AGE'] = 'three';
    assert.throws(() => new Told({}), /age must be of type integer, unlike "three"/);
    process.env['ACME_AGE'] = '3';
    process.env['ACME_FRESH'] = 'maybe';
    assert.throws(() => new Told({}), SDKError);
  } finally {
    for (const name of Object.keys(said)) delete process.env[name];
  }
});

test('variables of servers form the address, and lead to no other host', () => {
  assert.equal(new Told({}).baseURL, 'https://eu.acme.example');
  assert.equal(new Told({ region: 'us' }).baseURL, 'https://us.acme.example');
  assert.equal(new Told({}).withOptions({ region: 'us' } as object).baseURL, 'https://us.acme.example');
  assert.throws(() => new Told({ region: 'mars' }), /region must be "eu" or "us", unlike "mars"/);
  const free = { ...SETTINGS, options: [{ name: 'region', place: 'server', parameter: 'region' }] as const };
  const made = (region?: string): Client => new Client({ apiKey: 'k', region } as { apiKey: string }, free);
  assert.equal(made('x.y').baseURL, 'https://x.y.acme.example');
  for (const region of ['evil.example/', 'evil.example#', 'me@evil.example', 'a?b', 'a\\b']) {
    assert.throws(() => made(region), /region stands in the name of a host/);
  }
  assert.throws(() => made(), /needs region: pass region/);
});

test('a path may follow the name of a host at once', () => {
  const options = [{ name: 'basePath', place: 'server', parameter: 'base', usual: '/v1' }] as const;
  const settings = { ...SETTINGS, options, baseURL: 'https://acme.example{base}' };
  const made = (basePath?: string): Client => new Client({ apiKey: 'k', basePath } as { apiKey: string }, settings);
  assert.equal(made().baseURL, 'https://acme.example/v1');
  for (const basePath of ['@evil.example/', '\\evil.example', '?x']) {
    assert.throws(() => made(basePath), /basePath stands in the name of a host/);
  }
  for (const host of ['{base}.acme.example', '{base}', 'api.{base}', '{base}.{base}']) {
    const free = { ...settings, baseURL: `https://${host}` };
    const client = (): Client => new Client({ apiKey: 'k', basePath: '/evil.example' } as { apiKey: string }, free);
    assert.throws(client, /basePath stands in the name of a host/);
  }
});

test('what is empty unless chosen may stay empty', () => {
  const options = [{ name: 'basePath', place: 'server', parameter: 'base', usual: '' }] as const;
  const settings = { ...SETTINGS, options, baseURL: 'https://acme.example/{base}v1' };
  const made = (basePath?: string): Client => new Client({ apiKey: 'k', basePath } as { apiKey: string }, settings);
  assert.equal(made().baseURL, 'https://acme.example/v1');
  assert.equal(made('old/').baseURL, 'https://acme.example/old/v1');
  assert.equal(made('').baseURL, 'https://acme.example/v1');
});

test('what no call and no client says is asked for', () => {
  assert.throws(() => new Told({}).thing(), /needs id: pass id, or set ACME_ID/);
  const options = [{ ...OPTIONS[0], required: true }] as ClientOption[];
  assert.throws(() => new Client({ apiKey: 'k' }, { ...SETTINGS, options }), /needs team: pass team/);
});

test('what a request has where nobody says is that of the API', async () => {
  const usual = { headers: { 'Acme-Version': '1' }, timeout: 90_000, idempotencyHeader: 'Acme-Request' };
  await serving([json({}, 503), json({})], async (baseURL, received) => {
    const client = new Client({ apiKey: 'k', baseURL, maxRetries: 1 }, usual);
    assert.equal(client.timeout, 90_000);
    await client.post('/x');
    await client.post('/x', { options: { idempotencyKey: 'mine', headers: { 'Acme-Version': '2' } } });
    await client.get('/x');
    const keys = received.map(({ headers }) => headers['acme-request']);
    assert.ok(keys[0]);
    assert.deepEqual(keys, [keys[0], keys[0], 'mine', undefined]);
    const versions = received.map(({ headers }) => headers['acme-version']);
    assert.deepEqual(versions, ['1', '1', '2', '1']);
  });
});

test('a call has a timeout of its own unless one is chosen', async () => {
  await serving([() => {}], async (baseURL) => {
    const client = new Client({ apiKey: 'k', baseURL, maxRetries: 0 });
    const late = { name: 'APIConnectionTimeoutError' };
    await assert.rejects(client.get('/x', { timeout: 20 }), late);
    await assert.rejects(client.get('/x', { timeout: 60_000, options: { timeout: 20 } }), late);
    const told = client.withOptions({ timeout: 20 });
    await assert.rejects(told.get('/x', { timeout: 60_000 }), late);
  });
});

test('a call has retries of its own unless the client chose', async () => {
  const sent = async (options: object, retries: number): Promise<number> => {
    let count = 0;
    await serving([json({}, 503, { 'retry-after-ms': '1' })], async (baseURL, received) => {
      const client = new Client({ apiKey: 'k', baseURL, ...options });
      await assert.rejects(client.get('/x', { retries }), SDKError);
      count = received.length;
    });
    return count;
  };
  assert.equal(await sent({}, 1), 2);
  assert.equal(await sent({ maxRetries: 0 }, 1), 1);
  assert.equal(await sent({ maxRetries: 3 }, 0), 1);
});
