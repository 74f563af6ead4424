// What the tests use of Node, so that checking them needs no package of its types.

declare module 'node:test' {
  export interface TestContext {
    after(end: () => unknown): void;
  }

  export function test(name: string, run: (context: TestContext) => Promise<void>): void;
}

declare module 'node:assert/strict' {
  interface Assert {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    /** Each property of `expected` is compared with that of the failure. */
    rejects(call: PromiseLike<unknown>, expected: object): Promise<void>;
  }

  const assert: Assert;
  export default assert;
}

declare module 'node:process' {
  export const env: Record<string, string | undefined>;
}

declare module 'node:http' {
  export interface IncomingMessage extends AsyncIterable<Uint8Array<ArrayBuffer>> {
    readonly method?: string;
    readonly url?: string;
    readonly headers: Record<string, string>;
  }

  export interface ServerResponse {
    writeHead(status: number, headers: Record<string, string>): void;
    end(body: string): void;
  }

  export interface Server {
    listen(port: number, host: string, started: () => void): void;
    address(): { port: number };
    close(): void;
    closeAllConnections(): void;
  }

  export function createServer(
    respond: (request: IncomingMessage, response: ServerResponse) => unknown,
  ): Server;
}
