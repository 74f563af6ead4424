import { SDKError } from '../core/error.js';
import type { Settings } from './settings.js';
import { textOf } from './styles.js';

/** An option of the client that is no credential, and what carries its value. */
export interface ClientOption {
  readonly name: string;
  readonly place: 'header' | 'query' | 'path' | 'server';
  /** Its name there. */
  readonly parameter: string;
  readonly kind?: 'integer' | 'number' | 'boolean';
  readonly usual?: unknown;
  /** The values that there are, unless there may be any. */
  readonly values?: readonly unknown[];
  readonly required?: boolean;
}

/** The values of a client's options that are no credentials. */
export class Choices {
  private readonly settings: Settings;
  private readonly options: readonly ClientOption[];
  private readonly values = new Map<string, unknown>();

  /** `variable` is what the environment says of an option. Throws for a value that is not allowed. */
  constructor(settings: Settings, given: object, variable: (option: string) => string | undefined) {
    this.settings = settings;
    this.options = settings.options ?? [];
    for (const option of this.options) {
      const said = (given as Record<string, unknown>)[option.name];
      const text = said === undefined ? variable(option.name) : undefined;
      const value = said ?? (text === undefined ? option.usual : read(option, text));
      if (value !== undefined && option.values && !option.values.includes(value)) {
        const allowed = option.values.map((one) => JSON.stringify(one)).join(' or ');
        throw new SDKError(`${option.name} must be ${allowed}, unlike ${JSON.stringify(value)}`);
      }
      this.values.set(option.name, value);
      if (option.required) this.needed(option.name);
    }
  }

  /** The value of an option. Throws where there is none. */
  needed(name: string): unknown {
    const value = this.values.get(name);
    if (value !== undefined && value !== null && value !== '') return value;
    const variable = this.settings.variables[name];
    const ways = `pass ${name}${variable ? `, or set ${variable}` : ''}`;
    throw new SDKError(`${this.settings.title} needs ${name}: ${ways}`);
  }

  /** The value for a parameter of a path. Throws where there is none. */
  ofPath(parameter: string): unknown {
    const isMeant = (one: ClientOption): boolean =>
      one.place === 'path' && one.parameter === parameter;
    const option = this.options.find(isMeant);
    return option && this.needed(option.name);
  }

  /** What the options say of each request, by its names there. */
  carried(place: ClientOption['place']): Record<string, unknown> {
    const mine = this.options.filter((option) => option.place === place);
    const pairs = mine.map((option) => [option.parameter, this.values.get(option.name)] as const);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== null));
  }

  /** The headers that carry options. */
  headers(): Record<string, string> {
    const pairs = Object.entries(this.carried('header'));
    return Object.fromEntries(pairs.map(([name, value]) => [name, textOf(value)]));
  }

  /** An address with its variables. Throws where one has no value, or would lead to another host. */
  fill(url: string): string {
    const host = /^[^/?#]*:\/\/([^/?#]*)/.exec(url)?.[1] ?? '';
    let filled = url;
    for (const { name, place, parameter, usual } of this.options) {
      const hole = `{${parameter}}`;
      if (place !== 'server' || !url.includes(hole)) continue;
      // What is empty unless something else is chosen may stay so.
      const isEmpty = usual === '' && this.values.get(name) === '';
      const text = isEmpty ? '' : textOf(this.needed(name));
      // A path may follow the whole name of a host at once: `https://example.com{basePath}`.
      const [before = '', after] = host.split(hole);
      const isPath = text.startsWith('/') && after === '' && /[a-z\d]$/i.test(before);
      if (host.includes(hole) && !isPath && !/^[\w.:[\]-]*$/.test(text)) {
        const shown = JSON.stringify(text);
        throw new SDKError(`${name} stands in the name of a host: it cannot be ${shown}`);
      }
      filled = filled.replaceAll(hole, () => text);
    }
    return filled;
  }
}

function read({ name, kind }: ClientOption, text: string): unknown {
  if (kind === undefined) return text;
  const known: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };
  const value = kind === 'boolean' ? known[text.toLowerCase()] : Number(text);
  const isWrong = kind === 'integer' ? !Number.isInteger(value) : Number.isNaN(value);
  if (value === undefined || (kind !== 'boolean' && isWrong)) {
    throw new SDKError(`${name} must be of type ${kind}, unlike ${JSON.stringify(text)}`);
  }
  return value;
}
