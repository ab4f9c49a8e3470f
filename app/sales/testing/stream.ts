import type { Availability, Delta, Returns, SeatState } from '@/lib/events/schema';
import type { Client } from './client';

type Message = { atMs: number } & (
  | { event: 'snapshot'; data: Availability }
  | { event: 'delta'; data: Delta }
  | { event: 'returns'; data: Returns }
  | { event: 'cart'; data: object }
  | { event: 'comment'; data: null }
);

/** A reader of `text/event-stream`, that keeps all it was told. */
export class Stream {
  readonly messages: Message[] = [];
  /** Set when the server has ended the stream. */
  closed = false;
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(readonly response: Response) {
    this.reader = (response.body as ReadableStream<Uint8Array>).getReader();
    void this.read();
  }

  static async of(client: Client, path: string, signal?: AbortSignal): Promise<Stream> {
    return new Stream(await client.open('GET', path, undefined, { signal }));
  }

  get deltas(): Delta[] {
    return this.messages.flatMap((each) => (each.event === 'delta' ? [each.data] : []));
  }

  get snapshots(): Availability[] {
    return this.messages.flatMap((each) => (each.event === 'snapshot' ? [each.data] : []));
  }

  get returns(): Returns[] {
    return this.messages.flatMap((each) => (each.event === 'returns' ? [each.data] : []));
  }

  /** Times that it was told that somebody else changed its reader's cart. */
  get cartNews(): number {
    return this.messages.filter(({ event }) => event === 'cart').length;
  }

  get comments(): number {
    return this.messages.filter(({ event }) => event === 'comment').length;
  }

  /** When, by this process's clock, a delta told the state of a seat; null while it has not. */
  toldAt(seatId: number, state: SeatState): number | null {
    const told = this.messages.findLast(
      (each) =>
        each.event === 'delta' && each.data.seats.some(([id, is]) => id === seatId && is === state),
    );
    return told?.atMs ?? null;
  }

  async stop(): Promise<void> {
    await this.reader.cancel();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await this.reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      const whole = text.split('\n\n');
      text = whole.pop() as string;
      this.messages.push(...whole.map(parse));
    }
    this.closed = true;
  }
}

function parse(block: string): Message {
  const atMs = Date.now();
  if (block.startsWith(':')) return { atMs, event: 'comment', data: null };
  const [, event, data] = /^event: (snapshot|delta|returns|cart)\ndata: (.*)$/.exec(block) ?? [];
  return { atMs, event, data: JSON.parse(data as string) } as Message;
}
