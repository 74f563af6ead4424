import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';
import { bare } from '../internal/arguments.js';
import { path } from '../internal/path.js';

/** Reached as `client.batches`. */
export class Batches extends APIResource {
  /**
   * Start a batch over the requests in an uploaded file.
   *
   * The requests run in the background, within the completion window you choose. Retrieve the batch
   * from time to time to follow its `status`, then download its output file.
   */
  create(params: BatchCreateParams, options?: RequestOptions): APIPromise<Batch> {
    return this._client.post('/openai/v1/batches', { body: params, options });
  }

  /**
   * List the batches of your organization.
   *
   * Returns all of them in one answer, whatever their status.
   */
  list(options?: RequestOptions): APIPromise<BatchListResponse> {
    return this._client.get('/openai/v1/batches', { options });
  }

  /**
   * Get the current state of a batch.
   *
   * Call this to see how far a batch has come. Once its `status` is `completed`, `output_file_id`
   * names the file with the answers.
   */
  retrieve(batch_id: string | BatchRetrieveParams, options?: RequestOptions): APIPromise<Batch> {
    return this._client.get(path`/openai/v1/batches/${bare(batch_id, 'batch_id')}`, { options });
  }

  /**
   * Stop a batch that has not finished.
   *
   * Stopping takes a moment: the batch is `cancelling` first and `cancelled` afterwards.
   */
  cancel(batch_id: string | BatchCancelParams, options?: RequestOptions): APIPromise<Batch> {
    return this._client.post(path`/openai/v1/batches/${bare(batch_id, 'batch_id')}/cancel`, {
      options,
    });
  }
}

/** What `batches.create` takes. */
export interface BatchCreateParams {
  /**
   * Identifier of the file that holds the requests, one JSON object per line (JSONL). Upload it
   * beforehand with `purpose` set to `batch`; it may be at most 100 MB.
   */
  input_file_id: string;

  /**
   * The path that every request of the batch is sent to. Only `/v1/chat/completions` is accepted at
   * present.
   */
  endpoint: '/v1/chat/completions';

  /** How long the batch may take before it expires, from `24h` up to `7d`. */
  completion_window: string;

  /** Your own key-value pairs, kept with the batch and returned with it. */
  metadata?: { [key: string]: string } | null;
}

/** Many requests that run in the background under one identifier. */
export interface Batch {
  /** Identifier of the batch. */
  id: string;

  /** Always `batch`. */
  object: 'batch';

  /** Path that every request of the batch goes to. */
  endpoint: string;

  /** Faults found in the batch or its input file. */
  errors?: Batch.Errors;

  /** Identifier of the file that holds the requests. */
  input_file_id: string;

  /** How long the batch may take before it expires, such as `24h`. */
  completion_window: string;

  /** How far the batch has come, or how it ended. */
  status:
    | 'validating'
    | 'failed'
    | 'in_progress'
    | 'finalizing'
    | 'completed'
    | 'expired'
    | 'cancelling'
    | 'cancelled'
    | (string & {});

  /** Identifier of the file with the answers to the requests that succeeded. */
  output_file_id?: string;

  /** Identifier of the file with the results of the requests that went wrong. */
  error_file_id?: string;

  /** When the batch was created, in Unix seconds. */
  created_at: number;

  /** When its requests began to run, in Unix seconds. */
  in_progress_at?: number;

  /** When the batch runs out of time, in Unix seconds. */
  expires_at?: number;

  /** When the results began to be put together, in Unix seconds. */
  finalizing_at?: number;

  /** When the batch was finished, in Unix seconds. */
  completed_at?: number;

  /** When the batch failed, in Unix seconds. */
  failed_at?: number;

  /** When the batch ran out of time, in Unix seconds. */
  expired_at?: number;

  /** When its cancellation began, in Unix seconds. */
  cancelling_at?: number;

  /** When its cancellation was complete, in Unix seconds. */
  cancelled_at?: number;

  /** How many of the requests are done, and how many went wrong. */
  request_counts?: Batch.RequestCounts;

  /** Your own key-value pairs, as given when the batch was created. */
  metadata?: { [key: string]: unknown } | null;
}

export namespace Batch {
  /** Faults found in the batch or its input file. */
  export interface Errors {
    /** Always `list`. */
    object?: string;

    /** The faults, one by one. */
    data?: Array<Batch.ErrorsData>;
  }

  /** One fault of a batch. */
  export interface ErrorsData {
    /** Code that says what kind of fault this is. */
    code?: string;

    /** Explanation of the fault for people to read. */
    message?: string;

    /** Name of the parameter at fault, or null if none is. */
    param?: string | null;

    /** Line of the input file at fault, or null if none is. */
    line?: number | null;
  }

  /** How many of the requests are done, and how many went wrong. */
  export interface RequestCounts {
    /** Number of requests in the input file. */
    total: number;

    /** Number of requests that succeeded so far. */
    completed: number;

    /** Number of requests that went wrong so far. */
    failed: number;
  }
}

/** All batches of your organization. */
export interface BatchListResponse {
  /** The batches, each in its current state. */
  data: Array<Batch>;

  /** Always `list`. */
  object: 'list';
}

/** What `batches.retrieve` takes. */
export interface BatchRetrieveParams {
  /** Identifier of the batch to look up. */
  batch_id: string;
}

/** What `batches.cancel` takes. */
export interface BatchCancelParams {
  /** Identifier of the batch to stop. */
  batch_id: string;
}
