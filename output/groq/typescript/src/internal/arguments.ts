import { SDKError } from '../core/error.js';
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

/**
 * The fields and options of a call whose path parameters may stand before the other fields, in the order of their `names`;
 * `alone` where there are no others.
 */
export function placed<Params>(
  names: readonly string[],
  given: readonly unknown[],
  others?: 'alone',
): [Params, RequestOptions | undefined] {
  const first = given[0];
  if (hasNames(first)) return [first as Params, given[1] as RequestOptions | undefined];
  const [fields, options] = given.slice(names.length, names.length + 2);
  const known = Object.fromEntries(names.map((name, place) => [name, given[place]]));
  if (others === 'alone') return [known as Params, fields as RequestOptions | undefined];
  return [{ ...(fields as object), ...known } as Params, options as RequestOptions | undefined];
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

/**
 * Arguments under the names of today, of which some were given under a former one; `names` has those with the names of
 * today. Throws an SDKError where one argument is given under both.
 */
export function formerly<Params>(given: unknown, names: Readonly<Record<string, string>>): Params {
  if (typeof given !== 'object' || given === null) return given as Params;
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const now = Object.hasOwn(names, name) ? (names[name] ?? name) : name;
    if (now in found) throw new SDKError(`${now} is given twice, under a former name as well`);
    found[now] = value;
  }
  return found as Params;
}
