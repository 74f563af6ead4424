import type { RequestOptions } from '../core/options.js';

/** The value of a call's only path parameter, given alone or as a field of an object. */
export function bare(given: unknown, name: string): unknown {
  return hasNames(given) ? given[name] : given;
}

function hasNames(given: unknown): given is Fields {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields and options of a call whose only path parameter may stand before the other fields. */
export function named<Params>(
  name: string,
  first: unknown,
  second?: object,
  third?: RequestOptions,
): [Params, RequestOptions | undefined] {
  if (hasNames(first)) return [first as Params, second];
  return [{ ...second, [name]: first } as Params, third];
}

/** Fields with some of their names as they stand on the wire. */
export function renamed(fields: object, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      Object.hasOwn(names, key) ? (names[key] ?? key) : key,
      value,
    ]),
  );
}
