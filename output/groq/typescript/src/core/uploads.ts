/** An open file of Node: what `fs.createReadStream` gives. */
export interface FileStream extends AsyncIterable<Uint8Array | string> {
  readonly path?: unknown;
}

/** A file to send: a `File`, a `Blob`, bytes, an open file of Node, or the answer to a `fetch`. */
export type Uploadable = File | Blob | Response | ArrayBuffer | ArrayBufferView | FileStream;

/** A body that is sent as it stands. */
export type Content = string | Uploadable | ReadableStream<Uint8Array>;

/** What a file is made of: anything to send, or pieces of it one after another. */
export type FileContent = Content | Iterable<BlobPart> | AsyncIterable<Uint8Array | string>;

/** What is said of a file besides its content. */
export interface FileOptions {
  /** The media type. */
  type?: string;
  /** When the file was changed, in milliseconds since 1970. */
  lastModified?: number;
}

/** A file of some content, which is read into memory; its name is that of the content where none is given. */
export async function toFile(
  content: FileContent | PromiseLike<FileContent>,
  name?: string | null,
  options: FileOptions = {},
): Promise<File> {
  const given = await content;
  const blob = await toBlob(given);
  const type = options.type ?? blob.type;
  return new File([blob], name ?? fileName(given), { ...options, type });
}

/** Is the value a file in one of the forms of `Uploadable`? */
export function isUploadable(value: unknown): value is Uploadable {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return true;
  return isResponse(value) || Symbol.asyncIterator in value;
}

/** The content as bytes that can be read again and again. */
export async function toBlob(content: FileContent): Promise<Blob> {
  if (content instanceof Blob) return content;

  if (
    typeof content === 'string' ||
    content instanceof ArrayBuffer ||
    ArrayBuffer.isView(content)
  ) {
    return new Blob([content as BlobPart]);
  }
  if (isResponse(content)) return content.blob();
  const pieces: BlobPart[] = [];
  if (Symbol.asyncIterator in content) {
    for await (const piece of content) pieces.push(piece as BlobPart);
  } else if (Symbol.iterator in content) {
    pieces.push(...content);
  } else {
    return new Response(content).blob();
  }
  return new Blob(pieces);
}

/** The name that a content has of its own: that of the file, or the last part of its address. */
export function fileName(content: unknown): string {
  const { name, path, url } = content as Record<'name' | 'path' | 'url', unknown>;
  const address = typeof url === 'string' ? url.replace(/[?#].*$/s, '') : undefined;
  const found = [name, path, address].find((text) => typeof text === 'string' && text !== '');
  const last = String(found ?? '')
    .split(/[\\/]/)
    .pop();
  return last || 'upload';
}

function isResponse(value: object): value is Response {
  return 'blob' in value && typeof value.blob === 'function' && 'headers' in value;
}
