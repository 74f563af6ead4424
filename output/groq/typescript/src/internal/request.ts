import { SDKError } from '../core/error.js';
import type { RequestOptions } from '../core/options.js';
import { toBlob, type Content } from '../core/uploads.js';
import type { Alternatives } from './auth.js';
import { multipart } from './multipart.js';
import { formBody } from './query.js';
import { isFields, styled, type Style } from './styles.js';

/** What becomes of events of these names, or of any, whose data begin so. */
export interface EventRule {
  readonly handle: 'give' | 'ignore' | 'end' | 'fail';
  readonly names?: readonly string[];
  readonly prefix?: string;
}

/** How a stream is cut into events, and how it ends. */
export interface Framing {
  readonly events: 'sse' | 'jsonl';
  /** The data that ends the stream. */
  readonly sentinel?: string;
  /** Where an event carries an error, as a dotted path. */
  readonly error?: string;
  /** What becomes of events; the first that fits decides. */
  readonly rules?: readonly EventRule[];
  /** The property of an event that its name stands for, where the event has none. */
  readonly tag?: string;
  /** Whether an event is described together with its name, and not just by its data. */
  readonly whole?: boolean;
  /** Whether events are text, and no JSON; or are so where they are no JSON. */
  readonly text?: true | 'otherwise';
}

/** What becomes of an answer. */
export type AnswerKind = 'json' | 'text' | 'binary' | 'nothing' | Framing;

/** What a call says of its request. At most one of `body`, `form`, `multipart` and `content` is sent. */
export interface RequestParts {
  readonly query?: object | undefined;
  /** A query that is one text. */
  readonly querystring?: unknown;
  readonly headers?: object | undefined;
  readonly cookies?: object | undefined;
  /** A body that is sent as JSON. */
  readonly body?: unknown;
  readonly form?: object | undefined;
  readonly multipart?: object | undefined;
  readonly content?: Content | undefined;
  /** The media type of the body, where it is not the usual one. */
  readonly contentType?: string;
  /** The media types of some fields of a form. */
  readonly contentTypes?: Readonly<Record<string, string>>;
  /** The styles of some fields of a form. */
  readonly styles?: Readonly<Record<string, Style>>;
  /** Further headers of some parts of a form. */
  readonly partHeaders?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What becomes of the answer; it is JSON unless said otherwise. */
  readonly as?: AnswerKind;
  /** The media type to ask for, where `as` does not tell it. */
  readonly accept?: string | undefined;
  /** How often the call is sent again, where that is not what the client says. */
  readonly retries?: number;
  /** Milliseconds that an attempt may take, where that is not what the client says. */
  readonly timeout?: number;
  /** The field of the answer that is given in its place. */
  readonly unwrap?: string | undefined;
  /** The security of the call, where it is not that of the API. */
  readonly security?: Alternatives;
  /** The scopes that its token must have, where they are not those of the API. */
  readonly scopes?: readonly string[];
  /** Where the call is found, if that is not where the API is. */
  readonly server?: string;
  readonly options?: RequestOptions | undefined;
}

/** A body as `fetch` takes it; it can be sent again unless it is a stream. */
export interface Body {
  readonly body: string | Blob | ReadableStream<Uint8Array> | undefined;
  readonly contentType: string | undefined;
}

/** The body of a request with the further fields that the caller gave. */
export async function bodyOf(parts: RequestParts): Promise<Body> {
  const more = parts.options?.body;
  if (parts.multipart !== undefined) {
    return multipart(fieldsOf(parts.multipart, parts), parts.contentTypes, parts.partHeaders);
  }
  if (parts.form !== undefined) {
    const contentType = 'application/x-www-form-urlencoded';
    return { body: formBody(fieldsOf(parts.form, parts), parts.contentTypes), contentType };
  }
  if (parts.content !== undefined) {
    if (more !== undefined) throw new SDKError('further fields need a body that is made of fields');
    return contentBody(parts.content, parts.contentType ?? 'application/octet-stream');
  }
  const value = isFields(parts.body) && isFields(more) ? { ...parts.body, ...more } : more;
  const plain = value === undefined ? parts.body : value;
  if (plain === undefined) return { body: undefined, contentType: undefined };
  return { body: JSON.stringify(plain), contentType: parts.contentType ?? 'application/json' };
}

/** The fields of a form with those that the caller adds, each in its style. */
function fieldsOf(form: object, { options, styles }: RequestParts): Record<string, unknown> {
  const more = options?.body;
  if (more !== undefined && !isFields(more)) {
    throw new SDKError('the fields of a form can only be joined by further fields');
  }
  const fields: Record<string, unknown> = { ...form, ...more };
  for (const [name, style] of Object.entries(styles ?? {})) {
    if (name in fields) fields[name] = styled(fields[name], style);
  }
  return fields;
}

async function contentBody(content: Content, contentType: string): Promise<Body> {
  if (typeof content === 'string' || content instanceof ReadableStream) {
    return { body: content, contentType };
  }
  return { body: await toBlob(content), contentType };
}

/** The `Accept` header for an answer. */
export function acceptOf(kind: AnswerKind): string {
  if (typeof kind === 'object') {
    return kind.events === 'sse' ? 'text/event-stream' : 'application/jsonl';
  }
  return { json: 'application/json', text: 'text/plain', binary: '*/*', nothing: '*/*' }[kind];
}
