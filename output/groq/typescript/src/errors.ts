import { APIError } from './core/error.js';

export {
  APIError,
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  APIResponseValidationError,
  StreamError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  UnprocessableEntityError,
  RateLimitError,
  InternalServerError,
  SDKError as GroqError,
} from './core/error.js';

/** The API answered with status 498. */
export class CapacityExceededError extends APIError {
  override readonly name: string = 'CapacityExceededError';
}
