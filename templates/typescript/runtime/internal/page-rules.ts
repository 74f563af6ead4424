import { APIResponseValidationError } from '../core/error.js';
import type { Path } from './path.js';
import type { RequestParts } from './request.js';
import { isFields } from './styles.js';

/** How pages follow each other. Paths are dotted names on the wire. */
export interface PageRule {
  /** By a value that a page gives, by what came before it, or by the URL of the next one. */
  readonly by: 'cursor' | 'offset' | 'link';
  /** Where the list is; empty where the answer itself is the list. */
  readonly items: string;
  /** The query parameter, or with `carrier` the field of the body, that asks for a page. */
  readonly send?: string;
  readonly carrier?: 'body';
  /** Where the cursor or the URL is; `data[-1].id` is a field of the last item, `header X-Next` stands in a header. */
  readonly read?: string;
  /** What an offset counts, if not items. */
  readonly counts?: 'pages';
  /** What asks for the first page, if not 0. */
  readonly first?: number;
  /** The number of all items, and that of all pages. */
  readonly total?: string;
  readonly last?: string;
  /** A flag that is false on the last page. */
  readonly more?: string;
}

/** What asked for a page. */
export interface PageCall {
  readonly method: string;
  readonly path: string | Path;
  readonly parts: RequestParts;
}

/**
 * How far a series of pages has come. `before` counts the items of earlier pages where that is known. `mark` is one of
 * the things that asked for a page, a later one whenever `limit`, which doubles, is reached: if it comes again, the
 * pages go in a circle (Brent's algorithm).
 */
export interface Progress {
  readonly before?: number | undefined;
  readonly mark?: string | undefined;
  readonly steps: number;
  readonly limit: number;
}

export const START: Progress = { steps: 0, limit: 1 };

/** A page, and what led to it. */
export interface AnsweredPage {
  readonly call: PageCall;
  readonly data: object;
  readonly response: Response;
  readonly progress: Progress;
}

/** The call for the next page, and how far the series has come then. */
export interface NextPage {
  readonly call: PageCall;
  readonly progress: Progress;
}

interface Step {
  readonly call: PageCall;
  readonly askedBy: unknown;
  readonly before?: number | undefined;
}

/** The call for the next page; undefined after the last. Throws where it would lead in a circle, or to another origin. */
export function nextPage(rule: PageRule, page: AnsweredPage): NextPage | undefined {
  if (rule.more && [false, 0, ''].includes(valueAt(page.data, rule.more) as never))
    return undefined;
  const found = { cursor: byCursor, offset: byOffset, link: byLink }[rule.by](rule, page);
  if (!found) return undefined;
  const asked = JSON.stringify(found.askedBy);
  const own = rule.by === 'link' ? String(page.call.path) : sentBy(rule, page.call);
  if (asked === page.progress.mark || asked === JSON.stringify(own)) {
    throw broken(page, 'the pages go in a circle: the next one was asked for before');
  }
  const { steps, limit } = page.progress;
  const isMarked = steps + 1 >= limit;
  const progress = isMarked
    ? { before: found.before, mark: asked, steps: 0, limit: limit * 2 }
    : { ...page.progress, before: found.before, steps: steps + 1 };
  return { call: found.call, progress };
}

/** The items of a page. */
export function itemsOf(rule: PageRule, data: unknown): unknown[] {
  const found = rule.items ? valueAt(data, rule.items) : data;
  return Array.isArray(found) ? found : [];
}

function byCursor(rule: PageRule, page: AnsweredPage): Step | undefined {
  const { call, data } = page;
  const [read = '', inItem] = (rule.read ?? '').split('[-1].').reverse();
  const holder = inItem === undefined ? data : itemsOf(rule, data).at(-1);
  const cursor = saidAt(page, read, holder);
  if (cursor === undefined || cursor === null || cursor === '') return undefined;
  return { call: asking(rule, call, cursor), askedBy: cursor };
}

function byOffset(rule: PageRule, page: AnsweredPage): Step | undefined {
  const { call, data, progress } = page;
  const items = itemsOf(rule, data);
  if (items.length === 0) return undefined;
  const first = rule.first ?? 0;
  const number = Number(sentBy(rule, call) ?? first);
  const following = number + (rule.counts === 'pages' ? 1 : items.length);
  const total = rule.total ? numberOf(saidAt(page, rule.total)) : undefined;
  const last = rule.last ? numberOf(saidAt(page, rule.last)) : undefined;
  const isFirst = number === first;
  const before = rule.counts === 'pages' ? (isFirst ? 0 : progress.before) : number - first;
  const passed = before === undefined ? undefined : before + items.length;
  if (typeof total === 'number' && passed !== undefined && passed >= total) return undefined;
  if (typeof last === 'number' && following >= first + last) return undefined;
  // A number always moves. Where nothing bounds it, a server that ignores it is known by its answers.
  const isBounded = typeof total === 'number' || typeof last === 'number';
  return {
    call: asking(rule, call, following),
    askedBy: isBounded ? following : items,
    before: passed,
  };
}

function byLink(rule: PageRule, page: AnsweredPage): Step | undefined {
  const { call, response } = page;
  const given = rule.read ? saidAt(page, rule.read) : linkTo(response.headers.get('link'));
  if (typeof given !== 'string' || given === '') return undefined;
  const url = new URL(given, response.url);
  url.hash = '';
  if (url.origin !== new URL(response.url).origin) {
    throw broken(page, `the next page is at another origin, ${url.host}`);
  }
  const { query: _, querystring: __, ...parts } = call.parts;
  // What the URL has already must not be added to it again.
  const has = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, null]));
  const options = { ...withoutKey(parts), query: { ...parts.options?.query, ...has } };
  return { call: { ...call, path: url.href, parts: { ...parts, options } }, askedBy: url.href };
}

/** The URL that a `Link` header (RFC 8288) gives for the next page. */
function linkTo(header: string | null): string | undefined {
  for (const [, url, parameters] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next)\s*(;|,|$)/i.test(parameters ?? ''))
      return url;
  }
  return undefined;
}

/** What this call asked by; undefined where nothing of that kind was sent. */
function sentBy(rule: PageRule, { parts }: PageCall): unknown {
  const send = rule.send ?? '';
  if (rule.carrier !== 'body') {
    const added = parts.options?.query?.[send];
    return added ?? (parts.query as Record<string, unknown> | undefined)?.[send];
  }
  return valueAt(parts.options?.body, send) ?? valueAt(parts.form ?? parts.body, send);
}

/** The same call, but for the page that this value asks for. */
function asking(rule: PageRule, call: PageCall, value: unknown): PageCall {
  const { parts } = call;
  const send = rule.send ?? '';
  const options = withoutKey(parts);
  if (rule.carrier !== 'body') {
    const { [send]: _, ...added } = { ...options.query };
    const query = { ...parts.query, [send]: value };
    return { ...call, parts: { ...parts, query, options: { ...options, query: added } } };
  }
  const name = parts.form === undefined ? 'body' : 'form';
  const changed = withValue(parts[name], send.split('.'), value);
  return { ...call, parts: { ...parts, [name]: changed, options } };
}

/** The options without the idempotency key, which stands for another request. */
function withoutKey({ options }: RequestParts): NonNullable<RequestParts['options']> {
  return { ...options, idempotencyKey: undefined };
}

function withValue(value: unknown, [name = '', ...inside]: string[], given: unknown): object {
  const held = isFields(value) ? value : {};
  return { ...held, [name]: inside.length > 0 ? withValue(held[name], inside, given) : given };
}

/** What stands at a path of the answer, or in a header such as `header X-Next`; undefined where nothing does. */
function saidAt({ data, response }: AnsweredPage, where: string, holder: unknown = data): unknown {
  const [place, name] = where.split(' ');
  return place === 'header' && name ? response.headers.get(name) : valueAt(holder, where);
}

/** A number as it stands in a header. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

/** What stands at a path of names; undefined where nothing does. */
function valueAt(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const name of path.split('.')) found = isFields(found) ? found[name] : undefined;
  return found;
}

function broken({ data, response }: AnsweredPage, message: string): APIResponseValidationError {
  const { status, headers } = response;
  return new APIResponseValidationError(message, { status, headers, error: data });
}
