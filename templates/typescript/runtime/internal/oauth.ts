import { APIResponseValidationError } from '../core/error.js';
import type { Ask, Credentials, FetchedScheme, Tokens } from './auth.js';
import { isFields } from './styles.js';

/** OAuth 2 with client credentials (RFC 6749, section 4.4), and the options of the client that it takes. */
export interface ClientCredentials {
  readonly name: string;
  /** A token that is given. */
  readonly option: string;
  readonly clientID: string;
  readonly clientSecret: string;
  /** Where tokens come from, if that is not `tokenURL`. */
  readonly urlOption: string;
  readonly tokenURL: string;
  /** The scopes that calls need which name none of their own. */
  readonly scopes: readonly string[];
  /** Is the secret sent as that of basic authentication, or in the form (RFC 6749, section 2.3.1)? */
  readonly authentication?: 'client_secret_basic' | 'client_secret_post';
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/** `Authorization: Bearer …` with a token that is given, or else fetched and renewed. */
export function clientCredentials(given: ClientCredentials): FetchedScheme {
  const { name, option, clientID, clientSecret } = given;
  return {
    kind: 'fetched',
    name,
    option,
    needs: [clientID, clientSecret],
    tokens: (credentials) => new FetchedTokens(given, credentials),
  };
}

// A token is renewed this long before it expires, or after nine tenths of a shorter life.
const MARGIN = 30_000;

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
  /** When it is to be renewed; never where the service does not say. */
  readonly until: number;
}

/** Each token is fetched once, however many calls wait for it. */
class FetchedTokens implements Tokens {
  private readonly scheme: ClientCredentials;
  private readonly url: string;
  private readonly id: string;
  private readonly secret: string;
  private readonly clock: () => number;
  private readonly fetching = new Map<string, Promise<string>>();
  private held: Token[] = [];

  constructor(scheme: ClientCredentials, credentials: Credentials) {
    const { clientID, clientSecret, urlOption, tokenURL } = scheme;
    this.scheme = scheme;
    this.url = credentials[urlOption] || tokenURL;
    this.id = credentials[clientID] ?? '';
    this.secret = credentials[clientSecret] ?? '';
    this.clock = scheme.clock ?? ((): number => performance.now());
  }

  async token(ask: Ask, scopes: readonly string[] = this.scheme.scopes): Promise<string> {
    const now = this.clock();
    this.held = this.held.filter((token) => now < token.until);
    const held = this.held.find((token) => scopes.every((scope) => token.scopes.includes(scope)));
    if (held) return held.text;
    const key = [...scopes].sort().join(' ');
    let fetched = this.fetching.get(key);
    if (!fetched) {
      fetched = this.fetch(ask, scopes).finally(() => this.fetching.delete(key));
      this.fetching.set(key, fetched);
    }
    return fetched;
  }

  refuse(text: string): void {
    this.held = this.held.filter((token) => token.text !== text);
  }

  private async fetch(ask: Ask, scopes: readonly string[]): Promise<string> {
    const form: Record<string, string> = { grant_type: 'client_credentials' };
    if (scopes.length > 0) form['scope'] = scopes.join(' ');
    const isInForm = this.scheme.authentication === 'client_secret_post';
    if (isInForm) Object.assign(form, { client_id: this.id, client_secret: this.secret });
    const proof = isInForm ? undefined : basic(this.id, this.secret);
    const { data, response } = await ask(this.url, proof, form).withResponse();
    const said = isFields(data) ? data : {};
    const text = said['access_token'];
    if (typeof text !== 'string' || text === '') {
      const { status, headers } = response;
      const message = 'the answer holds no access token';
      throw new APIResponseValidationError(message, { status, headers, error: data });
    }
    const life = Number(said['expires_in'] ?? Infinity) * 1000;
    const until = Number.isNaN(life) ? Infinity : this.clock() + life - Math.min(MARGIN, life / 10);
    this.held.push({ text, scopes, until });
    return text;
  }
}

/** The pair as RFC 6749 (section 2.3.1) has it: each part in the encoding of forms. */
function basic(id: string, secret: string): string {
  const [left, right] = [id, secret].map((part) =>
    new URLSearchParams({ '': part }).toString().slice(1),
  );
  return `Basic ${btoa(`${left}:${right}`)}`;
}
