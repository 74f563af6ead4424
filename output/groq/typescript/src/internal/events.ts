import { sentenceOf, statusError, StreamError, type APIError } from '../core/error.js';
import type { EventRule, Framing } from './request.js';
import { JSONLinesDecoder, SSEDecoder, type Decoder, type ServerSentEvent } from './sse.js';
import type { StatusErrors } from '../core/error.js';
import { isFields } from './styles.js';

/** What becomes of the bytes of a stream, however they are read. */
export class Events {
  /** Whether the stream has said that it is over. */
  isEnded = false;
  private readonly framing: Framing;
  private readonly headers: Headers;
  private readonly errors: StatusErrors;
  private readonly decoder: Decoder;
  private isBlank = true;

  constructor(framing: Framing, headers: Headers, errors: StatusErrors) {
    this.framing = framing;
    this.headers = headers;
    this.errors = errors;
    this.decoder = framing.events === 'sse' ? new SSEDecoder() : new JSONLinesDecoder();
  }

  /** The values that these bytes complete, up to the end of the stream. */
  *take(bytes: Uint8Array): Generator<unknown> {
    yield* this.values(this.decoder.feed(bytes));
  }

  /** The values at the end of the body. Throws a StreamError where it ended before the stream did. */
  *finish(): Generator<unknown> {
    const { events, cut } = this.decoder.end();
    yield* this.values(events);
    const { sentinel, rules } = this.framing;
    if (this.isEnded || (sentinel !== undefined && cut === sentinel)) return;
    const isTold =
      sentinel !== undefined || rules?.some(({ handle, names }) => handle === 'end' && !names);
    if (isTold || cut !== undefined) {
      throw this.broken('the stream ended before it was complete', cut);
    }
    const kind = this.headers.get('content-type') ?? 'none';
    if (this.isBlank && this.framing.events === 'sse' && !kind.includes('text/event-stream')) {
      throw this.broken(`a stream of events was expected, but the server sent ${kind}`, cut);
    }
  }

  private *values(events: ServerSentEvent[]): Generator<unknown> {
    for (const event of events) {
      if (this.isEnded) return;
      this.isBlank = false;
      if (event.data === this.framing.sentinel) {
        this.isEnded = true;
        return;
      }
      const handling = this.handling(event);
      if (handling === 'end') {
        this.isEnded = true;
        return;
      }
      if (handling === 'fail') throw this.failure(jsonOr(event.data, event.data));
      if (handling === 'give') yield this.value(event);
    }
  }

  private handling({ event, data }: ServerSentEvent): EventRule['handle'] {
    const rule = this.framing.rules?.find(
      ({ names, prefix = '' }) =>
        (!names || names.includes(event ?? '')) && data.startsWith(prefix),
    );
    return rule?.handle ?? (event === 'error' ? 'fail' : 'give');
  }

  private value(event: ServerSentEvent): unknown {
    const { text, whole } = this.framing;
    if (text === true) return event.data;
    const data = jsonOr(event.data, whole || text ? event.data : undefined);
    if (data === undefined) throw this.broken('an event of the stream is not JSON', event.data);
    const failed = this.failureIn(data);
    if (failed !== undefined) throw this.failure(failed);
    return this.completed(data, event);
  }

  /** The failure that stands in the place of an event, or within one; undefined where there is none. */
  private failureIn(data: unknown): unknown {
    if (!isFields(data)) return undefined;
    if (data['error'] && Object.keys(data).every((name) => BESIDE_ERRORS.has(name))) return data;
    const names = this.framing.error?.split('.') ?? [];
    const found = names.reduce<unknown>((at, name) => (isFields(at) ? at[name] : undefined), data);
    return names.length > 0 && found ? { ...data, error: found } : undefined;
  }

  /** The data, together with the name of the event where the type asks for it. */
  private completed(data: unknown, event: ServerSentEvent): unknown {
    const { whole, tag } = this.framing;
    if (whole) {
      const isWhole = isFields(data) && 'event' in data && 'data' in data;
      return isWhole ? data : { event: event.event, data };
    }
    if (tag !== undefined && event.event && isFields(data) && !(tag in data)) {
      return { [tag]: event.event, ...data };
    }
    return data;
  }

  private failure(body: unknown): APIError {
    const status = statusOf(body);
    if (status !== undefined) return statusError(status, this.headers, body, this.errors);
    return this.broken(sentenceOf(body) || 'the server reported a failure', body);
  }

  private broken(message: string, error: unknown): StreamError {
    return new StreamError(message, { headers: this.headers, error });
  }
}

// What may stand beside a bare error.
const BESIDE_ERRORS = new Set('error status_code status code message request_id'.split(' '));

function jsonOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** The HTTP status that an error names, beside its other fields or among them. */
function statusOf(body: unknown): number | undefined {
  const places = isFields(body) ? [body, body['error']] : [];
  for (const place of places.filter(isFields)) {
    for (const name of ['status_code', 'status', 'code']) {
      const value = place[name];
      if (typeof value === 'number' && value >= 400 && value <= 599) return value;
    }
  }
  return undefined;
}
