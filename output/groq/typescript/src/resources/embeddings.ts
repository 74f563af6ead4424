import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';

/** Reached as `client.embeddings`. */
export class Embeddings extends APIResource {
  /**
   * Turn text into embedding vectors.
   *
   * Texts of similar meaning get vectors that lie close together, which makes them useful for
   * search and clustering. Pass a list to embed several texts in one request.
   */
  create(
    params: EmbeddingCreateParams,
    options?: RequestOptions,
  ): APIPromise<CreateEmbeddingResponse> {
    return this._client.post('/openai/v1/embeddings', { body: params, options });
  }
}

/** What `embeddings.create` takes. */
export interface EmbeddingCreateParams {
  /**
   * The text to embed, or up to 2048 texts to embed at once. None may be empty or have more tokens
   * than the model takes in.
   */
  input: string | Array<string>;

  /** Model that makes the vectors. */
  model: 'nomic-embed-text-v1_5' | (string & {});

  /** Form of the vectors: numbers (`float`) or base64 text (`base64`). */
  encoding_format?: 'float' | 'base64';

  /**
   * Your identifier for the end user behind the request, different for each of them. It helps Groq
   * to notice abuse.
   */
  user?: string | null;
}

/** The vectors for the texts, and the tokens they took. */
export interface CreateEmbeddingResponse {
  /** The vectors, one for each text. */
  data: Array<Embedding>;

  /** Name of the model that made the vectors. */
  model: string;

  /** Always `list`. */
  object: 'list';

  /** How many tokens the request used. */
  usage: CreateEmbeddingResponse.Usage;
}

export namespace CreateEmbeddingResponse {
  /** How many tokens the request used. */
  export interface Usage {
    /** Number of tokens in the texts. */
    prompt_tokens: number;

    /** Number of tokens that the request used in all. */
    total_tokens: number;
  }
}

/** One text turned into a vector. */
export interface Embedding {
  /** Position of the vector in the list. */
  index: number;

  /** The vector, in the form that `encoding_format` asks for. */
  embedding: Array<number> | string;

  /** Always `embedding`. */
  object: 'embedding';
}
