import { isBrowser } from './platform.js';

/** What is sent. */
export interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | Blob | ReadableStream<Uint8Array> | undefined;
}

/** What a request is sent with. */
export interface Sending extends RequestInit {
  headers: Headers;
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 20;
// These hold credentials whatever an API says of itself.
const SECRETS = ['authorization', 'proxy-authorization', 'cookie'];

/**
 * The answer to a request after any redirects, which are followed here unless the caller says what `fetch` shall do:
 * headers that hold `secrets` never go to another origin.
 */
export async function sendFollowing(
  message: Message,
  secrets: ReadonlySet<string>,
  chosen: RequestRedirect | undefined,
  send: (url: string, init: Sending) => Promise<Response>,
): Promise<Response> {
  const redirect = chosen ?? usual(secrets);
  let { url, method, headers, body } = message;
  for (let redirects = 0; ; redirects += 1) {
    const isStream = body instanceof ReadableStream;
    const streamed = isStream ? { duplex: 'half' } : {};
    const response = await send(url, {
      redirect,
      method,
      headers,
      body: body ?? null,
      ...streamed,
    });
    const { status } = response;
    const location = response.headers.get('location');
    if (redirect !== 'manual' || !REDIRECTS.includes(status) || !location) return response;
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (redirects >= MOST_REDIRECTS || isStream || !target?.protocol.startsWith('http'))
      return response;
    await response.body?.cancel();
    if (target.origin !== new URL(url).origin) {
      headers = without(headers, [...secrets, ...SECRETS]);
    }
    const becomesGet = status === 303 || (status < 303 && method === 'POST');
    if (becomesGet && method !== 'HEAD') {
      method = 'GET';
      body = undefined;
      headers = without(headers, ['content-type']);
    }
    url = target.href;
  }
}

/** A browser hides redirects from us; there we let it follow those on which no credential of ours can leak. */
function usual(secrets: ReadonlySet<string>): RequestRedirect {
  if (!isBrowser()) return 'manual';
  const leaks = [...secrets].some((name) => name !== '' && name !== 'authorization');
  return leaks ? 'error' : 'follow';
}

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers);
  for (const name of names) if (name) kept.delete(name);
  return kept;
}
