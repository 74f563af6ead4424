/** How a value is written, by the styles of OpenAPI: https://spec.openapis.org/oas/v3.1.1#style-values */
export interface Style {
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  /** The name of the parameter, where its style writes it into the path. */
  readonly name?: string;
}

/** A value together with the style that the API's description gives it. */
export class Styled {
  readonly value: unknown;
  readonly mark: Style;

  constructor(value: unknown, mark: Style) {
    this.value = value;
    this.mark = mark;
  }
}

/** A value written in a style of its own; what is absent stays absent. */
export function styled(value: unknown, mark: Style): unknown {
  return value === undefined || value === null ? value : new Styled(value, mark);
}

/** A value written as JSON text; what is absent stays absent. */
export function asJSON(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** The value and its style, which is `usual` where it has none of its own. */
export function unstyled(value: unknown, usual: Style): { value: unknown; mark: Style } {
  return value instanceof Styled ? value : { value, mark: usual };
}

/** Is it an object with fields, and no list, file or other thing? */
export function isFields(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isForeignPlain(prototype);
}

// An object of another realm, a frame or a VM context, has another `Object.prototype`.
function isForeignPlain(prototype: unknown): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'valueOf');
}

/** A scalar as text; what is not one becomes JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The entries of an object that are not undefined. */
export function given(fields: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined);
}

/** Percent-encoding that leaves only unreserved characters, and those of `safe`. */
export function encode(text: string, safe = ''): string {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const encoded = encodeURIComponent(text.replace(lone, '\ufffd'));
  const strict = encoded.replace(/[!'()*]/g, (found) => `%${hex(found)}`);
  return strict.replace(/%[0-9A-F]{2}/g, (found) => {
    const character = String.fromCharCode(parseInt(found.slice(1), 16));
    return safe.includes(character) ? character : found;
  });
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

/** The parts of a list or object in the `simple` style: single texts, or a name and a value that `=` joins. */
export function simpleParts(value: object, explode: boolean): string[][] {
  if (Array.isArray(value)) return value.map((part) => [textOf(part)]);
  const pairs = given(value as Record<string, unknown>).map(([key, part]) => [key, textOf(part)]);
  return explode ? pairs : pairs.flat().map((text) => [text]);
}
