import {
  asJSON,
  encode,
  given,
  isFields,
  simpleParts,
  Styled,
  textOf,
  unstyled,
  type Style,
} from './styles.js';

/** A name and its value: one text, or several that are joined. */
interface WrittenField {
  readonly name: string;
  readonly texts: readonly string[];
  readonly mark: Style;
}

const FORM: Style = { style: 'form', explode: true };
// What `allowReserved` leaves alone, without what would end the query or one of its values.
const RESERVED = "!$'()*,;=:@/?";
// What RFC 6265 lets stand in a cookie: many servers take cookies as they are, and keys may be Base64.
const COOKIE = "!#$&'()*+/:<=>?@[]^`{|}";
const COOKIE_NAME = "!#$&'*+^`|";

/** The query as it stands in a URL, without the question mark. */
export function queryString(values: Readonly<Record<string, unknown>>): string {
  const write = (field: WrittenField): string =>
    written(field, '', field.mark.allowReserved ? RESERVED : '');
  return fields(values).map(write).join('&');
}

/** A query that is one text, behind the fields that are there besides. */
export function wholeQuery(fields: string, text: unknown): string {
  const whole = encode(textOf(text));
  return [fields, whole].filter(Boolean).join('&');
}

/** The `Cookie` header; empty where there is nothing to send. */
export function cookieHeader(values: Readonly<Record<string, unknown>>): string {
  return fields(values)
    .map((field) => written(field, COOKIE_NAME, COOKIE))
    .join('; ');
}

/** A header in the `simple` style; undefined for what is absent or without parts. */
export function headerValue(value: unknown): string | undefined {
  const { value: plain, mark } = unstyled(value, { style: 'simple', explode: false });
  if (plain === undefined || plain === null) return undefined;
  if (!Array.isArray(plain) && !isFields(plain)) return inBytes(textOf(plain));
  const parts = simpleParts(plain, mark.explode).map((texts) => texts.join('='));
  return parts.length > 0 ? inBytes(parts.join(',')) : undefined;
}

/** Text as `fetch` wants it in a header: a character for each byte of UTF-8. */
function inBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The fields of a form, as names and texts: lists repeat their name, objects are bracketed, styles are kept. */
export function formPairs(values: Readonly<Record<string, unknown>>): [string, string][] {
  return formFields(values).map(({ name, texts, mark }) => [name, texts.join(between(mark))]);
}

/** The body of `application/x-www-form-urlencoded`; a field of a JSON type is JSON in its place. */
export function formBody(
  values: Readonly<Record<string, unknown>>,
  contentTypes: Readonly<Record<string, string>> = {},
): string {
  const fields = given(values).map(([name, value]) => [
    name,
    contentTypes[name]?.includes('json') ? asJSON(value) : value,
  ]);
  const pairs = formFields(Object.fromEntries(fields) as Record<string, unknown>).map((field) =>
    written(field, '', field.mark.allowReserved ? RESERVED : ''),
  );
  return pairs.join('&').replaceAll('%20', '+');
}

function written({ name, texts, mark }: WrittenField, nameSafe: string, valueSafe: string): string {
  const value = texts.map((text) => encode(text, valueSafe)).join(encode(between(mark), ','));
  return `${encode(name, nameSafe)}=${value}`;
}

function between(mark: Style): string {
  return { spaceDelimited: ' ', pipeDelimited: '|' }[mark.style] ?? ',';
}

function fields(values: Readonly<Record<string, unknown>>): WrittenField[] {
  return given(values).flatMap(([name, value]) => {
    const { value: plain, mark } = unstyled(value, FORM);
    return plain === null ? [] : fieldsOf(name, plain, mark);
  });
}

function fieldsOf(name: string, value: unknown, mark: Style): WrittenField[] {
  if (mark.style === 'deepObject') {
    return bracketed(name, value).map(([key, text]) => ({ name: key, texts: [text], mark }));
  }
  if (mark.style === 'indices' && Array.isArray(value)) {
    return value.flatMap((part, index) => fieldsOf(`${name}[${index}]`, part, mark));
  }
  if (mark.style === 'indices' && isFields(value)) {
    return given(value).flatMap(([key, part]) => fieldsOf(`${name}[${key}]`, part, mark));
  }
  if (mark.style === 'dots' && isFields(value)) {
    return given(value).flatMap(([key, part]) => fieldsOf(`${name}.${key}`, part, mark));
  }
  if (Array.isArray(value)) {
    const texts = value.map(textOf);
    if (mark.explode) return texts.map((text) => ({ name, texts: [text], mark }));
    return texts.length > 0 ? [{ name, texts, mark }] : [];
  }
  if (isFields(value)) {
    const pairs = given(value).map(([key, part]): [string, string] => [key, textOf(part)]);
    if (mark.explode) return pairs.map(([key, text]) => ({ name: key, texts: [text], mark }));
    return pairs.length > 0 ? [{ name, texts: pairs.flat(), mark }] : [];
  }
  return [{ name, texts: [textOf(value)], mark }];
}

/** `a[b][c]=1`, and `a[b][]=1` for lists: what servers that take nested forms agree on. */
export function bracketed(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((part) => bracketed(`${name}[]`, part));
  if (!isFields(value)) return [[name, textOf(value)]];
  return given(value).flatMap(([key, part]) => bracketed(`${name}[${key}]`, part));
}

function formFields(values: Readonly<Record<string, unknown>>): WrittenField[] {
  return given(values).flatMap(([name, value]) => {
    if (value instanceof Styled) return fields({ [name]: value });
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) => {
      const isNested = part !== value && (Array.isArray(part) || isFields(part));
      const inside = isNested && !name.endsWith('[]') ? `${name}[]` : name;
      return bracketed(inside, part).map(([key, text]) => ({
        name: key,
        texts: [text],
        mark: FORM,
      }));
    });
  });
}
