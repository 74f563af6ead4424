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
    };

/** What the schemes add to a request. */
export interface Proof {
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
  readonly cookies: Record<string, string>;
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
    }
  }
}
