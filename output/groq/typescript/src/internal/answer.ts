import { APIResponseValidationError, SDKError } from '../core/error.js';
import type { Answered } from '../core/promise.js';
import { Stream, valuesOf } from '../core/streaming.js';
import { Attempts, type Prepared, type Sender } from './attempts.js';
import { Events } from './events.js';
import type { AnswerKind } from './request.js';
import { isFields } from './styles.js';
import type { Watch } from './watch.js';
import { watched } from './watched.js';

/** A request on its way, and what becomes of its answer. */
export class PendingAnswer<T> implements Answered<T> {
  private readonly sender: Sender;
  private readonly kind: AnswerKind;
  private readonly field: string | undefined;
  private readonly attempts: Promise<Attempts>;
  private readonly first: Promise<Response>;
  private taken: Promise<Response> | undefined;

  constructor(sender: Sender, prepared: Promise<Prepared>, kind: AnswerKind, field?: string) {
    this.sender = sender;
    this.kind = kind;
    this.field = field;
    this.attempts = prepared.then((request) => new Attempts(sender, request));
    this.first = this.attempts.then((attempts) => attempts.response());
  }

  response(): Promise<Response> {
    this.taken ??= this.take();
    return this.taken;
  }

  private async take(): Promise<Response> {
    const response = await this.first;
    if (response.bodyUsed || response.body?.locked) return response;
    const { watch } = await this.attempts;
    watch.begun();
    return watched(response, watch);
  }

  async result(): Promise<{ data: T; response: Response }> {
    let response = await this.first;
    if (this.taken && response.body?.locked) {
      throw new SDKError('the body is left to whoever asked for the response; ask for one of both');
    }
    const attempts = await this.attempts;
    for (;;) {
      try {
        const data = (await this.read(response, attempts.watch)) as T;
        return { data, response };
      } catch (reason) {
        if (reason instanceof APIResponseValidationError) throw reason;
        await attempts.recover(reason); // the answer broke off on its way
        response = await attempts.response();
      }
    }
  }

  private async read(response: Response, watch: Watch): Promise<unknown> {
    if (this.kind === 'binary') {
      watch.begun();
      return watched(response, watch);
    }
    if (typeof this.kind === 'object') {
      watch.begun();
      const events = new Events(this.kind, response.headers, this.sender.settings.errors);
      const { controller } = watch;
      return new Stream(() => valuesOf(response.body, events, controller, watch), controller);
    }
    const text = await readText(response, watch);
    watch.close();
    if (this.kind === 'nothing' || (text === '' && response.status === 204)) return undefined;
    if (this.kind === 'text') return plain(text, response);
    const value = parsed(text, response);
    return this.field !== undefined && isFields(value) ? value[this.field] : value;
  }
}

/** The whole body as text; each piece of it may take as long as the answer itself. */
async function readText(response: Response, watch: Watch): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    watch.touch();
    const piece = await reader?.read();
    if (!piece?.value) return text + decoder.decode();
    text += decoder.decode(piece.value, { stream: true });
  }
}

/** The body as text: what a string of JSON says, or the body as it is. */
function plain(text: string, response: Response): string {
  if (!response.headers.get('content-type')?.includes('json')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

function parsed(text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { status, headers } = response;
    const kind = headers.get('content-type') ?? 'no stated type';
    const message = `JSON was expected, but the server sent ${text.length} characters of ${kind}`;
    throw new APIResponseValidationError(message, { status, headers, error: text, cause });
  }
}
