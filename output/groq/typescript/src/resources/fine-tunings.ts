import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';
import { bare } from '../internal/arguments.js';
import { path } from '../internal/path.js';

/** Reached as `client.fine_tunings`. */
export class FineTunings extends APIResource {
  /**
   * List the fine tunings you have created.
   *
   * Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call it.
   */
  list(options?: RequestOptions): APIPromise<ListFineTuningsResponse> {
    return this._client.get('/v1/fine_tunings', { options });
  }

  /**
   * Create a fine tuning from files you have uploaded.
   *
   * Upload the input file first and pass its identifier. Fine tuning is a closed beta: ask for
   * access at https://groq.com/contact before you call it.
   */
  create(
    params: FineTuningCreateParams = {},
    options?: RequestOptions,
  ): APIPromise<ReadFineTuningResponse> {
    return this._client.post('/v1/fine_tunings', { body: params, options });
  }

  /**
   * Delete a fine tuning.
   *
   * Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call it.
   */
  delete(
    id: string | FineTuningDeleteParams,
    options?: RequestOptions,
  ): APIPromise<DeleteFineTuningResponse> {
    return this._client.delete(path`/v1/fine_tunings/${bare(id, 'id')}`, { options });
  }

  /**
   * Get one fine tuning.
   *
   * Fine tuning is a closed beta: ask for access at https://groq.com/contact before you call it.
   */
  get(
    id: string | FineTuningGetParams,
    options?: RequestOptions,
  ): APIPromise<ReadFineTuningResponse> {
    return this._client.get(path`/v1/fine_tunings/${bare(id, 'id')}`, { options });
  }
}

/** All fine-tuned models of your organization. */
export interface ListFineTuningsResponse {
  /** The fine-tuned models. */
  data?: Array<ListFineTuningsResponse.Data>;

  /** Kind of object, here a list. */
  object?: string;
}

export namespace ListFineTuningsResponse {
  /** A fine-tuned model and where it comes from. */
  export interface Data {
    /** Model that the training started from. */
    base_model?: string;

    /** When the new model was made, as a timestamp. */
    created_at?: number;

    /** Name that the new model goes by in the end. */
    fine_tuned_model?: string;

    /** Identifier of the fine-tuning. */
    id?: string;

    /** Identifier of the uploaded file with the training data. */
    input_file_id?: string;

    /** Name that was given to the new model. */
    name?: string;

    /** Method of training, such as `lora`. */
    type?: string;
  }
}

/** What `fine_tunings.create` takes. */
export interface FineTuningCreateParams {
  /** Model that the training starts from. */
  base_model?: string;

  /** Identifier of the training file, which you upload beforehand. */
  input_file_id?: string;

  /** Name for the new model. */
  name?: string;

  /** Method of training, such as `lora`. */
  type?: string;
}

/** One fine-tuned model. */
export interface ReadFineTuningResponse {
  /** A fine-tuned model and where it comes from. */
  data?: ReadFineTuningResponse.Data;

  /** Identifier of the fine-tuning. */
  id?: string;

  /** Kind of object. */
  object?: string;
}

export namespace ReadFineTuningResponse {
  /** A fine-tuned model and where it comes from. */
  export interface Data {
    /** Model that the training started from. */
    base_model?: string;

    /** When the new model was made, as a timestamp. */
    created_at?: number;

    /** Name that the new model goes by in the end. */
    fine_tuned_model?: string;

    /** Identifier of the fine-tuning. */
    id?: string;

    /** Identifier of the uploaded file with the training data. */
    input_file_id?: string;

    /** Name that was given to the new model. */
    name?: string;

    /** Method of training, such as `lora`. */
    type?: string;
  }
}

/** What `fine_tunings.delete` takes. */
export interface FineTuningDeleteParams {
  /** Identifier of the fine tuning to delete. */
  id: string;
}

/** Confirmation that a fine-tuned model was deleted. */
export interface DeleteFineTuningResponse {
  /** Whether the model is gone. */
  deleted?: boolean;

  /** Identifier of the fine-tuned model. */
  id?: string;

  /** Kind of object that was deleted. */
  object?: string;
}

/** What `fine_tunings.get` takes. */
export interface FineTuningGetParams {
  /** Identifier of the fine tuning to look up. */
  id: string;
}
