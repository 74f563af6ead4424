import { Events } from '../internal/events.js';
import { SDKError } from './error.js';

/** Where the values of a stream come from. */
export type Source<Item> = () => AsyncIterator<Item>;

/**
 * Values as they arrive; nothing is ever replayed, so a stream can be iterated once. The connection is given back at
 * the end, at a failure, and on leaving a loop early.
 */
export class Stream<Item> implements AsyncIterable<Item> {
  /** Aborting it ends the stream, and whoever iterates it sees the end. */
  readonly controller: AbortController;
  private source: Source<Item> | undefined;

  constructor(source: Source<Item>, controller: AbortController) {
    this.source = source;
    this.controller = controller;
  }

  /** The stream behind what `toReadableStream` gave: one JSON text a line. */
  static fromReadableStream<Item>(
    readable: ReadableStream<Uint8Array>,
    controller: AbortController = new AbortController(),
  ): Stream<Item> {
    const events = new Events({ events: 'jsonl' }, new Headers(), {});
    return new Stream(() => valuesOf<Item>(readable, events, controller), controller);
  }

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    const { source } = this;
    if (!source) throw new SDKError('the stream has been read already; `tee()` gives two of it');
    this.source = undefined;
    return source();
  }

  /** Two streams of the same values, each to be read at its own pace; leaving both ends the request. */
  tee(): [Stream<Item>, Stream<Item>] {
    const iterator = this[Symbol.asyncIterator]();
    const sides = [new Side<Item>(), new Side<Item>()] as const;
    const stream = (mine: Side<Item>, other: Side<Item>): Stream<Item> => {
      const next = (): Promise<IteratorResult<Item>> => {
        const waiting = mine.queue.shift();
        if (waiting) return waiting;
        const result = iterator.next();
        if (!other.isLeft) other.queue.push(result);
        return result;
      };
      const leave = async (): Promise<IteratorResult<Item>> => {
        mine.isLeft = true;
        if (other.isLeft) await iterator.return?.();
        return { done: true, value: undefined };
      };
      return new Stream(() => ({ next, return: leave }), this.controller);
    };
    return [stream(sides[0], sides[1]), stream(sides[1], sides[0])];
  }

  /** The values as bytes, one JSON text a line, to be sent on. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const iterator = this[Symbol.asyncIterator]();
    const encoder = new TextEncoder();
    return new ReadableStream<Uint8Array>({
      async pull(sink): Promise<void> {
        try {
          const { value, done } = await iterator.next();
          if (done) sink.close();
          else sink.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
        } catch (failure) {
          sink.error(failure);
        }
      },
      async cancel(): Promise<void> {
        await iterator.return?.();
      },
    });
  }
}

/** One of two readers of a stream: what the other has read and this one has not. */
class Side<Item> {
  readonly queue: Promise<IteratorResult<Item>>[] = [];
  isLeft = false;
}

/** What watches over the reading of a body: only while somebody waits for a piece of it does time run. */
export interface Reading {
  /** Whether it was the watch that ended the reading. */
  readonly hasEnded: boolean;
  touch(): void;
  release(): void;
  close(): void;
  failure(reason: unknown): Error;
}

/** The values in a body. The connection is given back however the reading ends. */
export async function* valuesOf<Item>(
  body: ReadableStream<Uint8Array> | null,
  events: Events,
  controller: AbortController,
  reading?: Reading,
): AsyncGenerator<Item, void, undefined> {
  const reader = body?.getReader();
  const leave = (): void => void reader?.cancel().catch(() => {});
  controller.signal.addEventListener('abort', leave);
  // A caller who aborted the stream itself knows that it is over.
  const isLeft = (): boolean => controller.signal.aborted && !reading?.hasEnded;
  let isRead = false;
  try {
    for (;;) {
      reading?.touch();
      const piece = await reader?.read();
      reading?.release();
      if (!piece?.value) break;
      yield* events.take(piece.value) as Generator<Item>;
      if (events.isEnded) return;
    }
    if (controller.signal.aborted) throw controller.signal.reason;
    isRead = true;
    yield* events.finish() as Generator<Item>;
  } catch (reason) {
    if (isLeft()) return;
    throw reason instanceof SDKError || !reading ? reason : reading.failure(reason);
  } finally {
    reading?.close();
    controller.signal.removeEventListener('abort', leave);
    if (!isRead) {
      leave();
      controller.abort();
    }
  }
}
