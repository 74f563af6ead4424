/** When a failed request is sent again, and after how long; times in seconds. */
export interface RetryPolicy {
  /** How often, unless the client says. */
  readonly attempts: number;
  readonly statuses: readonly number[];
  /** Whether every status from 500 on is worth another attempt. */
  readonly serverErrors: boolean;
  readonly initial: number;
  readonly maximum: number;
  /** The longest wait that a server may ask for; beyond it the failure is final. */
  readonly cap: number;
}

/** A failed answer; none where no answer came. */
export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Milliseconds until retry number `retries` (from 0), or undefined if the failure is final. Waits double from
 * `initial` to `maximum`, less up to a quarter by chance; a wait that the server asks for is kept.
 */
export function retryDelay(
  policy: RetryPolicy,
  retries: number,
  refusal?: Refusal,
): number | undefined {
  if (refusal && !isTransient(policy, refusal)) return undefined;
  const asked = refusal && askedSeconds(refusal.headers);
  if (asked === undefined) {
    const grown = Math.min(policy.initial * 2 ** retries, policy.maximum);
    return grown * 1000 * (1 - 0.25 * Math.random());
  }
  return asked <= policy.cap ? asked * 1000 : undefined;
}

function isTransient(policy: RetryPolicy, { status, headers }: Refusal): boolean {
  const said = headers.get('x-should-retry')?.toLowerCase();
  if (said === 'true' || said === 'false') return said === 'true';
  return policy.statuses.includes(status) || (policy.serverErrors && status >= 500);
}

/** The wait that the server names: milliseconds, seconds, or a date; undefined where there is none. */
function askedSeconds(headers: Headers): number | undefined {
  const milliseconds = positive(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds / 1000;
  const said = headers.get('retry-after');
  const seconds = positive(said);
  if (seconds !== undefined || !said || NUMBER.test(said)) return seconds;
  const ahead = (Date.parse(said) - Date.now()) / 1000;
  return ahead > 0 ? ahead : undefined;
}

const NUMBER = /^\s*[+-]?\d+(\.\d*)?\s*$/;

// With zero or less the server names no wait, and the usual waits spare it a storm.
function positive(text: string | null): number | undefined {
  const number = text && NUMBER.test(text) ? Number(text) : 0;
  return number > 0 && Number.isFinite(number) ? number : undefined;
}
