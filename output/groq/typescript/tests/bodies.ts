/** The body of a request: at most one of these. */
export interface SentBody {
  json?: unknown;
  /** The fields of a form, sorted by their names. */
  form?: [string, string][];
  /** The parts of a multipart form, sorted by their names. */
  parts?: Part[];
  content?: string;
}

/** A part of a multipart form; files have a name, and the type of what is no file is there where it says one. */
export interface Part {
  name: string;
  content: string;
  file?: string;
  type?: string;
  headers?: Record<string, string>;
}

type Headers = Record<string, string>;

/** The items in the order of their names; those of one name stay as they are. */
export function byName<Item>(items: readonly Item[], name: (item: Item) => string): Item[] {
  const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
  return [...items].sort((one, other) => compare(name(one), name(other)));
}

/** The body by its media type, which is kept among the headers only where the body does not show it. */
export function bodyOf(body: string, headers: Headers): SentBody & { kept: Headers } {
  const { 'content-type': type = '', ...others } = headers;
  const [kind = ''] = type.split(';');
  if (kind === 'multipart/form-data') {
    const boundary = type.split('boundary=')[1] ?? '';
    return { parts: byName(partsOf(body, boundary), (part) => part.name), kept: others };
  }
  if (type === 'application/x-www-form-urlencoded') {
    return { form: byName([...new URLSearchParams(body)], ([name]) => name), kept: others };
  }
  const kept = type === 'application/json' ? others : headers;
  if (body === '') return { kept };
  const json = kind.includes('json') ? parsed(body) : undefined;
  return json === undefined ? { content: body, kept } : { json, kept };
}

/** JSON, unless it is a sequence of texts. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function partsOf(text: string, boundary: string): Part[] {
  const pieces = text.split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const [head = '', ...content] = piece.slice(2, -2).split('\r\n\r\n');
    const lines = head.split('\r\n').map((line) => line.split(/: (.*)/s));
    const all = lines.map(([name = '', value = '']) => [name.toLowerCase(), value]);
    const {
      'content-disposition': place = '',
      'content-type': type,
      ...headers
    } = Object.fromEntries(all) as Headers;
    const file = parameter(place, 'filename');
    const part: Part = {
      name: parameter(place, 'name') ?? '',
      content: content.join('\r\n\r\n'),
    };
    if (file !== undefined) part.file = file;
    if (type !== undefined) part.type = type;
    if (Object.keys(headers).length > 0) part.headers = headers;
    return part;
  });
}

/** What a header says by this name, with the escapes of the WHATWG's form encoding. */
function parameter(header: string, name: string): string | undefined {
  const found = new RegExp(`; ${name}="([^"]*)"`).exec(header)?.[1];
  return found?.replace(/%(22|0D|0A)/g, (escape) => decodeURIComponent(escape));
}
