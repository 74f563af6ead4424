import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';
import { bare } from '../internal/arguments.js';
import { path } from '../internal/path.js';

/** Reached as `client.models`. */
export class Models extends APIResource {
  /**
   * List the models you can use.
   *
   * The list changes as models come and go, so read it when your program runs rather than writing
   * it down. The catalogue at https://console.groq.com/docs/models says more about each one.
   */
  list(options?: RequestOptions): APIPromise<ModelListResponse> {
    return this._client.get('/openai/v1/models', { options });
  }

  /**
   * Get one model by its identifier.
   *
   * A quick way to check that a model exists and who owns it. Its abilities and limits are
   * described at https://console.groq.com/docs/models.
   */
  retrieve(model: string | ModelRetrieveParams, options?: RequestOptions): APIPromise<Model> {
    return this._client.get(path`/openai/v1/models/${bare(model, 'model')}`, { options });
  }

  /**
   * Delete a model.
   *
   * Requests that name the model fail once it is deleted.
   */
  delete(model: string | ModelDeleteParams, options?: RequestOptions): APIPromise<ModelDeleted> {
    return this._client.delete(path`/openai/v1/models/${bare(model, 'model')}`, { options });
  }
}

/** All models that you can use. */
export interface ModelListResponse {
  /** Always `list`. */
  object: 'list';

  /** The models. */
  data: Array<Model>;
}

/** A model that you can use through the API. */
export interface Model {
  /** Identifier by which requests name the model. */
  id: string;

  /** When the model was created, in Unix seconds. */
  created: number;

  /** Always `model`. */
  object: 'model';

  /** Organization to which the model belongs. */
  owned_by: string;
}

/** What `models.retrieve` takes. */
export interface ModelRetrieveParams {
  /** Identifier of the model to look up, such as `llama-3.3-70b-versatile`. */
  model: string;
}

/** What `models.delete` takes. */
export interface ModelDeleteParams {
  /** Identifier of the model to delete. */
  model: string;
}

/** Confirmation that a model was deleted. */
export interface ModelDeleted {
  /** Identifier of the model. */
  id: string;

  /** Whether the model is gone. */
  deleted: boolean;

  /** Kind of object that was deleted. */
  object: string;
}
