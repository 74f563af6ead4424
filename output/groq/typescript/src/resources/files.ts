import type { RequestOptions } from '../core/options.js';
import type { APIPromise } from '../core/promise.js';
import { APIResource } from '../core/resource.js';
import type { Uploadable } from '../core/uploads.js';
import { bare } from '../internal/arguments.js';
import { path } from '../internal/path.js';

/** Reached as `client.files`. */
export class Files extends APIResource {
  /**
   * List the files of your organization.
   *
   * Covers both the files you uploaded and those that batches wrote.
   */
  list(options?: RequestOptions): APIPromise<FileListResponse> {
    return this._client.get('/openai/v1/files', { options });
  }

  /**
   * Upload a file for use in later requests.
   *
   * Files for batches must be `.jsonl`, with one request per line in the batch input format, and no
   * larger than 100 MB. If you need room for more, ask Groq support to raise the limit.
   */
  create(params: FileCreateParams, options?: RequestOptions): APIPromise<File> {
    return this._client.post('/openai/v1/files', { multipart: params, options });
  }

  /**
   * Delete a stored file.
   *
   * The contents are gone afterwards, so download anything you still need first.
   */
  delete(
    file_id: string | FileDeleteParams,
    options?: RequestOptions,
  ): APIPromise<FileDeleteResponse> {
    return this._client.delete(path`/openai/v1/files/${bare(file_id, 'file_id')}`, { options });
  }

  /**
   * Get the name, size and purpose of a file.
   *
   * Tells you about the file only; download its content separately.
   */
  info(file_id: string | FileInfoParams, options?: RequestOptions): APIPromise<File> {
    return this._client.get(path`/openai/v1/files/${bare(file_id, 'file_id')}`, { options });
  }

  /**
   * Download the content of a file.
   *
   * Answers with the bytes as they were stored. Use it to fetch the output and error files of a
   * finished batch.
   */
  content(file_id: string | FileContentParams, options?: RequestOptions): APIPromise<Response> {
    return this._client.get(path`/openai/v1/files/${bare(file_id, 'file_id')}/content`, {
      as: 'binary',
      options,
    });
  }
}

/** All files of your organization. */
export interface FileListResponse {
  /** Always `list`. */
  object: 'list';

  /** The files, without their contents. */
  data: Array<File>;
}

/** A stored file: one that you uploaded, or one that a batch wrote. */
export interface File {
  /** Identifier by which other requests refer to the file. */
  id?: string;

  /** Number of bytes in the file. */
  bytes?: number;

  /** When the file was created, in Unix seconds. */
  created_at?: number;

  /** Name under which the file was stored. */
  filename?: string;

  /** Always `file`. */
  object?: 'file';

  /** What the file is for: `batch` for the input of a batch, `batch_output` for its results. */
  purpose?: 'batch' | 'batch_output' | (string & {});
}

/** What `files.create` takes. */
export interface FileCreateParams {
  /** The file itself, not just its name. */
  file: Uploadable;

  /** What the file is for. The input of a batch takes `batch`. */
  purpose: 'batch';
}

/** What `files.delete` takes. */
export interface FileDeleteParams {
  /** Identifier of the file to delete. */
  file_id: string;
}

/** Confirmation that a file was deleted. */
export interface FileDeleteResponse {
  /** Identifier of the file. */
  id: string;

  /** Always `file`. */
  object: 'file';

  /** Whether the file is gone. */
  deleted: boolean;
}

/** What `files.info` takes. */
export interface FileInfoParams {
  /** Identifier of the file to look up. */
  file_id: string;
}

/** What `files.content` takes. */
export interface FileContentParams {
  /** Identifier of the file to download. */
  file_id: string;
}
