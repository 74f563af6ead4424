import { SDKError } from '../core/error.js';
import type { HeadersLike } from '../core/options.js';

/** Headers from several sources, of which later ones win; `null` removes one, and `undefined` leaves it. */
export function mergeHeaders(...sources: readonly (HeadersLike | undefined)[]): Headers {
  const merged = new Headers();
  for (const source of sources) {
    const entries: Iterable<[string, string | null | undefined]> =
      source instanceof Headers ? headerPairs(source) : Object.entries(source ?? {});
    for (const [name, value] of entries) {
      if (value === null) merged.delete(name);
      else if (value !== undefined) put(merged, name, value.trim());
    }
  }
  return merged;
}

function put(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // The platform's own message shows the value, which may be a secret.
    throw new SDKError(`the header ${name} holds a character that no header can hold`);
  }
}

function headerPairs(headers: Headers): [string, string][] {
  const pairs: [string, string][] = [];
  headers.forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

// What changes nothing needs no key (RFC 9110, section 9.2.1).
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY']);

/** The key of a call, the same for all its attempts; one is made where the service has a header for it. */
export function idempotency(
  name: string | undefined,
  method: string,
  given: string | undefined,
): Record<string, string | undefined> {
  const isNeeded = name !== undefined && !SAFE.has(method.toUpperCase());
  return { [name ?? 'Idempotency-Key']: given ?? (isNeeded ? crypto.randomUUID() : undefined) };
}

/** Headers from text: `Name: value`, one a line. */
export function headerLines(text: string | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of (text ?? '').split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) found[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return found;
}
