import type { BaseClient } from './client.js';

/** A group of calls; it makes them through the client it belongs to. */
export abstract class APIResource {
  protected readonly _client: BaseClient;

  constructor(client: BaseClient) {
    this._client = client;
  }
}
