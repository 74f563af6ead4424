/** An event as a stream carries it; `id` is the last one that the stream has named. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

/** Makes events of the bytes of a body, in whatever pieces they arrive. */
export interface Decoder {
  /** The events that these bytes complete. */
  feed(bytes: Uint8Array): ServerSentEvent[];
  /** At the end of the body: the events that it completes, and the data of one that it cuts off. */
  end(): { events: ServerSentEvent[]; cut?: string };
}

/** Cuts UTF-8 into lines that end in LF, CR or CRLF, and drops a byte order mark at the start. */
export class LineDecoder {
  private readonly text = new TextDecoder('utf-8');
  private pieces: string[] = [];
  private isAfterReturn = false;

  /** The lines that these bytes complete, without their ends. */
  feed(bytes: Uint8Array): string[] {
    let text = this.text.decode(bytes, { stream: true });
    if (text && this.isAfterReturn) {
      if (text.startsWith('\n')) text = text.slice(1);
      this.isAfterReturn = false;
    }
    if (!/[\r\n]/.test(text)) {
      if (text) this.pieces.push(text); // joined once the line ends: a long line costs linear time
      return [];
    }
    this.isAfterReturn = text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    lines[0] = this.pieces.join('') + lines[0];
    const last = lines.pop();
    this.pieces = last ? [last] : [];
    return lines;
  }

  /** The last line, where nothing ended it. */
  end(): string[] {
    const rest = this.pieces.join('') + this.text.decode();
    this.pieces = [];
    return rest ? [rest] : [];
  }
}

/**
 * Server-sent events by the rules of the WHATWG.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SSEDecoder implements Decoder {
  private readonly lines = new LineDecoder();
  private data: string[] = [];
  private event = '';
  private id = '';

  feed(bytes: Uint8Array): ServerSentEvent[] {
    const found: ServerSentEvent[] = [];
    for (const line of this.lines.feed(bytes)) {
      const event = line ? this.take(line) : this.dispatch();
      if (event) found.push(event);
    }
    return found;
  }

  /** No events: the rules say that one which no blank line ended is incomplete. */
  end(): { events: ServerSentEvent[]; cut?: string } {
    for (const line of this.lines.end()) this.take(line);
    const cut = this.dispatch();
    return cut ? { events: [], cut: cut.data } : { events: [] };
  }

  private take(line: string): undefined {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.data.push(value);
    else if (name === 'event') this.event = value;
    else if (name === 'id' && !value.includes('\0')) this.id = value;
    // The rest is a comment, whose name is empty, a time to reconnect after, or nothing that the rules know.
  }

  private dispatch(): ServerSentEvent | undefined {
    const { event, data, id } = this;
    this.event = '';
    this.data = [];
    return data.length > 0 ? { event, data: data.join('\n'), id } : undefined;
  }
}

/** One JSON text a line; blank lines and record separators (RFC 7464) are passed over. */
export class JSONLinesDecoder implements Decoder {
  private readonly lines = new LineDecoder();

  feed(bytes: Uint8Array): ServerSentEvent[] {
    return asEvents(this.lines.feed(bytes));
  }

  /** The last line needs no line break. */
  end(): { events: ServerSentEvent[] } {
    return { events: asEvents(this.lines.end()) };
  }
}

function asEvents(lines: string[]): ServerSentEvent[] {
  const texts = lines.map((line) => line.replace(/^[\x1e \t]+|[\x1e \t]+$/g, ''));
  return texts.filter(Boolean).map((data) => ({ event: '', data, id: '' }));
}
