import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';

/** Reached as `client.reranking`. */
export class Reranking extends APIResource {
  /**
   * Sort documents by how well they answer a query.
   *
   * Scores each document against the query and returns them best match first. Scores run from 0 to
   * 1, and a higher one means a closer match.
   */
  create(params: RerankingCreateParams, options?: RequestOptions): APIPromise<RerankingResponse> {
    return this._client.post('/openai/v1/reranking', { body: params, options });
  }
}

/** What `reranking.create` takes. */
export interface RerankingCreateParams {
  /** Reranking model that does the sorting. */
  model: string;

  /** What the documents are measured against. */
  query: string;

  /** The documents to sort, from 1 to 100, each as its text. */
  docs: Array<string>;

  /** Advice to the model on how to judge. If you give none, a standard one is used. */
  instruction?: string | null;
}

/** The documents in order, best match first. */
export interface RerankingResponse {
  /** The documents with their scores, highest score first. */
  results: Array<RerankingResult>;
}

/** A document and how well it answers the query. */
export interface RerankingResult {
  /** Text of the document, as you sent it. */
  doc: string;

  /** How well the document answers the query, from 0 to 1, where higher is better. */
  score: number;
}
