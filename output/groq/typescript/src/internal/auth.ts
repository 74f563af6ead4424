import type { APIPromise } from '../core/promise.js';

/** The value of each option that holds a credential. */
export type Credentials = Readonly<Record<string, string | undefined>>;

/** Schemes, by name, that must be used together; any of the alternatives will do, and `[]` is none at all. */
export type Alternatives = readonly (readonly string[])[];

/** A security scheme: how it is called, and the options that hold its credentials. */
export type AuthScheme =
  | { readonly kind: 'bearer'; readonly name: string; readonly option: string }
  | {
      readonly kind: 'basic';
      readonly name: string;
      readonly username: string;
      readonly password: string;
    }
  | {
      readonly kind: 'key';
      readonly name: string;
      readonly option: string;
      readonly place: 'header' | 'query' | 'cookie';
      readonly parameter: string;
    }
  | FetchedScheme;

/** A scheme whose token is an option, or else fetched with the help of other options. */
export interface FetchedScheme {
  readonly kind: 'fetched';
  readonly name: string;
  readonly option: string;
  /** The options without which no token can be fetched. */
  readonly needs: readonly string[];
  /** The tokens of a client with these credentials. */
  tokens(credentials: Credentials): Tokens;
}

/** The tokens of one client. */
export interface Tokens {
  /** A token for these scopes, or for those of the API; `ask` is how one is fetched if none is held. */
  token(ask: Ask, scopes: readonly string[] | undefined): Promise<string>;
  /** Forgets a token that the server does not take any more. */
  refuse(token: string): void;
}

/** Posts a form, with this `Authorization` if there is one, and gives the answer. */
export type Ask = (
  url: string,
  authorization: string | undefined,
  form: Readonly<Record<string, string>>,
) => APIPromise<unknown>;

/** What stands for a token that is yet to be fetched. */
export const FETCHED = 'Bearer';

/** What the schemes add to a request. */
export interface Proof {
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
  readonly cookies: Record<string, string>;
  /** What the token comes from, where it must be fetched. */
  fetched?: FetchedScheme;
}

/** What the first alternative adds whose credentials are all there; nothing where none is complete. */
export function prove(
  schemes: readonly AuthScheme[],
  alternatives: Alternatives,
  credentials: Credentials,
): Proof {
  const proof: Proof = { headers: {}, query: {}, cookies: {} };
  for (const names of alternatives) {
    const chosen = schemes.filter((scheme) => names.includes(scheme.name));
    // An alternative without schemes says that proof is optional: where there is one, it is still sent.
    if (chosen.length > 0 && chosen.every((scheme) => missing(scheme, credentials).length === 0)) {
      for (const scheme of chosen) apply(scheme, credentials, proof);
      break;
    }
  }
  return proof;
}

/**
 * The options without which no call can succeed: none where there is a choice of schemes, where anonymous calls are
 * allowed, or where `headers` hold the proof already.
 */
export function missingOptions(
  schemes: readonly AuthScheme[],
  alternatives: Alternatives,
  credentials: Credentials,
  headers: ReadonlySet<string>,
): string[] {
  const [names] = alternatives;
  if (alternatives.length !== 1 || !names) return [];
  return schemes
    .filter((scheme) => names.includes(scheme.name) && !headers.has(secretHeader(scheme)))
    .flatMap((scheme) => missing(scheme, credentials));
}

/** The header that a scheme sets, in lower case; empty where it sets none. */
export function secretHeader(scheme: AuthScheme): string {
  if (scheme.kind !== 'key') return 'authorization';
  return scheme.place === 'header' ? scheme.parameter.toLowerCase() : '';
}

function missing(scheme: AuthScheme, credentials: Credentials): string[] {
  if (scheme.kind === 'fetched') {
    return credentials[scheme.option] ? [] : scheme.needs.filter((name) => !credentials[name]);
  }
  if (scheme.kind !== 'basic') return credentials[scheme.option] ? [] : [scheme.option];
  // The password may be empty, since many APIs take a key as the user's name.
  const noName = credentials[scheme.username] ? [] : [scheme.username];
  return credentials[scheme.password] === undefined ? [...noName, scheme.password] : noName;
}

function apply(scheme: AuthScheme, credentials: Credentials, proof: Proof): void {
  switch (scheme.kind) {
    case 'bearer':
      proof.headers['Authorization'] = `Bearer ${credentials[scheme.option]}`;
      return;
    case 'basic': {
      const pair = `${credentials[scheme.username]}:${credentials[scheme.password]}`;
      const bytes = new TextEncoder().encode(pair);
      proof.headers['Authorization'] = `Basic ${btoa(String.fromCharCode(...bytes))}`;
      return;
    }
    case 'key': {
      const places = { header: proof.headers, query: proof.query, cookie: proof.cookies };
      places[scheme.place][scheme.parameter] = credentials[scheme.option] ?? '';
      return;
    }
    case 'fetched': {
      const given = credentials[scheme.option];
      proof.headers['Authorization'] = given ? `Bearer ${given}` : FETCHED;
      if (!given) proof.fetched = scheme;
    }
  }
}
