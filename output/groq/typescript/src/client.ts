import { BaseClient } from './core/client.js';
import type { BaseClientOptions } from './core/options.js';
import { toFile } from './core/uploads.js';
import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIResponseValidationError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  CapacityExceededError,
  ConflictError,
  GroqError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  StreamError,
  UnprocessableEntityError,
} from './errors.js';
import { settings } from './settings.js';
import { Audio } from './resources/audio.js';
import { Batches } from './resources/batches.js';
import { Chat } from './resources/chat.js';
import { Embeddings } from './resources/embeddings.js';
import { Files } from './resources/files.js';
import { FineTunings } from './resources/fine-tunings.js';
import { Models } from './resources/models.js';
import { Reranking } from './resources/reranking.js';
import { Responses } from './resources/responses.js';

/** What can be chosen for a client; what is not given comes from the environment, where a variable is named. */
export interface ClientOptions extends BaseClientOptions {
  /** The API key; by default the value of `GROQ_API_KEY`. */
  apiKey?: string | undefined;
}

/** Client for the GroqCloud API. It never changes once it is made, and may be shared. */
export class Groq extends BaseClient<ClientOptions> {
  static readonly GroqError: typeof GroqError = GroqError;
  static readonly APIError: typeof APIError = APIError;
  static readonly APIConnectionError: typeof APIConnectionError = APIConnectionError;
  static readonly APIConnectionTimeoutError: typeof APIConnectionTimeoutError =
    APIConnectionTimeoutError;
  static readonly APIUserAbortError: typeof APIUserAbortError = APIUserAbortError;
  static readonly APIResponseValidationError: typeof APIResponseValidationError =
    APIResponseValidationError;
  static readonly StreamError: typeof StreamError = StreamError;
  static readonly BadRequestError: typeof BadRequestError = BadRequestError;
  static readonly AuthenticationError: typeof AuthenticationError = AuthenticationError;
  static readonly PermissionDeniedError: typeof PermissionDeniedError = PermissionDeniedError;
  static readonly NotFoundError: typeof NotFoundError = NotFoundError;
  static readonly ConflictError: typeof ConflictError = ConflictError;
  static readonly UnprocessableEntityError: typeof UnprocessableEntityError =
    UnprocessableEntityError;
  static readonly RateLimitError: typeof RateLimitError = RateLimitError;
  static readonly InternalServerError: typeof InternalServerError = InternalServerError;
  static readonly CapacityExceededError: typeof CapacityExceededError = CapacityExceededError;
  static readonly toFile: typeof toFile = toFile;

  readonly audio: Audio = new Audio(this);
  readonly batches: Batches = new Batches(this);
  readonly chat: Chat = new Chat(this);
  readonly embeddings: Embeddings = new Embeddings(this);
  readonly files: Files = new Files(this);
  readonly fine_tunings: FineTunings = new FineTunings(this);
  readonly models: Models = new Models(this);
  readonly reranking: Reranking = new Reranking(this);
  readonly responses: Responses = new Responses(this);

  constructor(options: ClientOptions = {}) {
    super(settings, { apiKey: options.apiKey }, options);
  }
}
