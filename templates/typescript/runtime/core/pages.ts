import {
  itemsOf,
  nextPage,
  START,
  type NextPage,
  type PageCall,
  type PageRule,
  type Progress,
} from '../internal/page-rules.js';
import type { BaseClient } from './client.js';
import { APIResponseValidationError, SDKError } from './error.js';
import { APIPromise } from './promise.js';

/**
 * What an answer has besides its own properties where it holds some of the items there are, and leads to the others.
 * Iterating gives the items of this page and of all after it, each fetched when its first item is wanted.
 */
export interface Page<Item> extends AsyncIterable<Item> {
  /** The items of this page alone. */
  pageItems(): Item[];
  /** Is there a page after this one? */
  hasNextPage(): boolean;
  /** The page after this one. Throws an SDKError after the last. */
  getNextPage(): Promise<this>;
  /** This page and all after it, each fetched when it is wanted. */
  iterPages(): AsyncIterable<this>;
}

/** A call whose answer comes in pages: await it for the first page, or iterate over all items. */
export class PagePromise<Body extends object, Item>
  extends APIPromise<Body & Page<Item>>
  implements AsyncIterable<Item>
{
  constructor(client: BaseClient, call: PageCall, rule: PageRule, progress: Progress = START) {
    const answer = client.request<Body>(call.method, call.path, call.parts);
    super({
      response: () => answer.asResponse(),
      async result() {
        const { data: said, response } = await answer.withResponse();
        // Nothing is a page without items.
        const isNothing = said === null || response.status === 204;
        const data = isNothing ? ((rule.items ? {} : []) as Body) : said;
        if (typeof data !== 'object') {
          const { status, headers } = response;
          const message = `a page was expected, but the server sent ${typeof data}`;
          throw new APIResponseValidationError(message, { status, headers, error: data });
        }
        const next = (): NextPage | undefined => nextPage(rule, { call, data, response, progress });
        const follow = (found: NextPage): PagePromise<Body, Item> =>
          new PagePromise<Body, Item>(client, found.call, rule, found.progress);
        return { data: asPage<Body, Item>(data, rule, next, follow), response };
      },
    });
  }

  /** All items, of this page and of those after it. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* await this;
  }

  /** All pages, each fetched when it is wanted. */
  async *iterPages(): AsyncGenerator<Body & Page<Item>, void, undefined> {
    yield* (await this).iterPages();
  }
}

/** The answer with what pages have, which is not among its properties when it is logged or written as JSON. */
function asPage<Body extends object, Item>(
  data: Body,
  rule: PageRule,
  next: () => NextPage | undefined,
  follow: (found: NextPage) => PagePromise<Body, Item>,
): Body & Page<Item> {
  const page = data as Body & Page<Item>;
  const methods: Page<Item> & ThisType<Body & Page<Item>> = {
    pageItems: () => [...itemsOf(rule, data)] as Item[],
    hasNextPage: () => next() !== undefined,
    async getNextPage() {
      const found = next();
      if (!found) throw new SDKError('this page is the last one; hasNextPage() says so');
      return follow(found) as never;
    },
    async *iterPages() {
      let found: (Body & Page<Item>) | undefined = page;
      while (found) {
        yield found as never;
        found = found.hasNextPage() ? await found.getNextPage() : undefined;
      }
    },
    async *[Symbol.asyncIterator]() {
      for await (const found of page.iterPages()) yield* found.pageItems();
    },
  };
  for (const name of Reflect.ownKeys(methods)) {
    const value = methods[name as keyof Page<Item>];
    Object.defineProperty(page, name, { value, enumerable: false, configurable: true });
  }
  return page;
}
