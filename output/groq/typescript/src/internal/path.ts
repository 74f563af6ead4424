import { SDKError } from '../core/error.js';
import { encode, isFields, simpleParts, textOf, unstyled } from './styles.js';

/** A path whose parameters are filled in when the request is made. */
export class Path {
  private readonly parts: readonly string[];
  private readonly values: readonly unknown[];

  constructor(parts: readonly string[], values: readonly unknown[]) {
    this.parts = parts;
    this.values = values;
  }

  /** The path as it stands in a URL. Throws where a parameter is missing, or would lead out of its segment. */
  toString(): string {
    const texts = this.values.map((value) => this.written(value));
    const whole = this.parts.map((part, index) => part + (texts[index] ?? '')).join('');
    if (this.values.length > 0 && whole.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part))) {
      throw new SDKError(`a parameter would lead out of its place in the path ${this.shown()}`);
    }
    return whole;
  }

  private written(given: unknown): string {
    const { value, mark } = unstyled(given, { style: 'simple', explode: false });
    const lead = { label: '.', matrix: ';' }[mark.style] ?? '';
    const name = mark.style === 'matrix' ? `${encode(mark.name ?? '')}=` : '';
    const isFlat = !Array.isArray(value) && !isFields(value);
    const parts = isFlat
      ? [encode(textOf(value), lead ? '' : SEGMENT)]
      : simpleParts(value, mark.explode).map((texts) =>
          texts.map((text) => encode(text)).join('='),
        );
    if (value === undefined || value === null || parts.join('') === '') {
      throw new SDKError(`a parameter of the path ${this.shown()} must not be empty`);
    }
    if (isFlat || !mark.explode) return lead + name + parts.join(',');
    // Each item is named; the fields of an object have names of their own.
    const items = Array.isArray(value) ? parts.map((part) => name + part) : parts;
    return lead + items.join(lead || ',');
  }

  private shown(): string {
    return this.parts.join('{}');
  }
}

// What RFC 3986 lets stand in the segment of a path.
const SEGMENT = "!$&'()*+,;=:@";

/** A path with parameters, each kept inside its segment. */
export function path(parts: TemplateStringsArray, ...values: unknown[]): Path {
  return new Path(parts, values);
}
