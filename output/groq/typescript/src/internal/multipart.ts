import { fileName, isUploadable, toBlob, type Uploadable } from '../core/uploads.js';
import { SDKError } from '../core/error.js';
import { formPairs } from './query.js';
import { given, isFields, Styled, textOf } from './styles.js';

/** A `multipart/form-data` body (RFC 7578) and its media type. */
export interface Multipart {
  readonly body: Blob;
  readonly contentType: string;
}

/**
 * The form with these fields, of which some have media types of their own. Files are sent as files, a field of a JSON
 * type as JSON, and everything else as text: lists repeat their name, objects are bracketed, and null, for which there
 * is no such text, is left out.
 */
export async function multipart(
  fields: Readonly<Record<string, unknown>>,
  contentTypes: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<Multipart> {
  const boundary = `form-${crypto.randomUUID()}`;
  const pieces: BlobPart[] = [];
  for (const [name, value] of given(fields)) {
    for (const part of partsOf(name, value, contentTypes[name] ?? '')) {
      const { head, content } = await part;
      const whole = withHeaders(head, headers[name] ?? {});
      pieces.push(`--${boundary}\r\n${whole}\r\n\r\n`, content, '\r\n');
    }
  }
  pieces.push(`--${boundary}--\r\n`);
  const contentType = `multipart/form-data; boundary=${boundary}`;
  return { body: new Blob(pieces, { type: contentType }), contentType };
}

interface Part {
  readonly head: string;
  readonly content: BlobPart;
}

/** A part for a value, or for each item of a list. */
function partsOf(name: string, value: unknown, kind: string): (Part | Promise<Part>)[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((part) => {
    if (kind.includes('json') && !isUploadable(part)) {
      return [{ head: headOf(name, undefined, first(kind)), content: JSON.stringify(part) }];
    }
    const isNested = part !== value && (Array.isArray(part) || isFields(part));
    const inside = isNested && !name.endsWith('[]') ? `${name}[]` : name;
    return nested(inside, part, isNested ? '' : kind);
  });
}

/** The parts of a value whose own name says where it belongs. */
function nested(name: string, value: unknown, kind: string): (Part | Promise<Part>)[] {
  if (value === null || value === undefined) return [];
  if (isUploadable(value)) return [filePart(name, value, kind)];
  if (value instanceof Styled) {
    return formPairs({ [name]: value }).map(([key, text]) => textPart(key, text, ''));
  }
  if (Array.isArray(value)) return value.flatMap((part) => nested(`${name}[]`, part, ''));
  if (isFields(value)) {
    return given(value).flatMap(([key, part]) => nested(`${name}[${key}]`, part, ''));
  }
  return [textPart(name, textOf(value), kind)];
}

function textPart(name: string, content: string, kind: string): Part {
  return { head: headOf(name, undefined, first(kind)), content };
}

async function filePart(name: string, value: Uploadable, kind: string): Promise<Part> {
  const content = await toBlob(value);
  const type = content.type || first(kind) || 'application/octet-stream';
  return { head: headOf(name, fileName(value), type), content };
}

/** The first of several media types that a part may have; none where that is a range. */
function first(kinds: string): string {
  const kind = kinds.split(',')[0]?.trim() ?? '';
  return kind.includes('*') ? '' : kind;
}

function headOf(name: string, file: string | undefined, kind: string): string {
  if (/[\r\n]/.test(kind)) throw new SDKError('a media type must not contain a line break');
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"`;
  const named = file === undefined ? disposition : `${disposition}; filename="${quoted(file)}"`;
  return kind ? `${named}\r\nContent-Type: ${kind}` : named;
}

/** The head of a part with those of the headers that it does not have. */
function withHeaders(head: string, headers: Readonly<Record<string, string>>): string {
  const known = new Set(head.split('\r\n').map((line) => line.split(':')[0]?.toLowerCase()));
  const more = Object.entries(headers).filter(([name]) => !known.has(name.toLowerCase()));
  return [head, ...more.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
}

/** The escapes of the WHATWG's form encoding. */
function quoted(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
