/** What the parts of this package need to know of the place they run in. */
interface Place {
  readonly process?: {
    readonly env?: Record<string, string | undefined>;
    readonly versions?: Record<string, string | undefined>;
  };
  readonly Deno?: { readonly env?: { get(name: string): string | undefined } };
  readonly document?: unknown;
  readonly window?: unknown;
}

const place = globalThis as unknown as Place;

/** An environment variable; undefined where it is empty, or where there is no environment. */
export function readEnvironment(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    const value = place.process?.env?.[name] ?? place.Deno?.env?.get(name);
    return value?.trim() || undefined;
  } catch {
    return undefined; // Deno asks for a permission that may be missing
  }
}

/** Does this run in the page of a browser, whose users can read all that it knows? */
export function isBrowser(): boolean {
  return place.window !== undefined && place.document !== undefined;
}

/** The `User-Agent` header; a browser sends its own. */
export function userAgent(name: string, version: string): string | undefined {
  if (isBrowser()) return undefined;
  const node = place.process?.versions?.['node'];
  return node ? `${name}/${version} node/${node}` : `${name}/${version}`;
}
