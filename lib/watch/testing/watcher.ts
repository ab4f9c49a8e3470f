import type { StreamSink } from '@/lib/http/stream';
import type { WatchHub } from '../hub';
import type { EndReason, LockRow, WatchDelta, WatchSnapshot } from '../schema';
import { streamHouse } from '../stream';

type Message =
  | { event: 'snapshot'; data: WatchSnapshot }
  | { event: 'delta'; data: WatchDelta }
  | { event: 'away' | 'comment'; data: null };

/** One of the staff who looks: keeps all it was told, and the rows as they follow from it. */
export class Watcher {
  readonly messages: Message[] = [];
  readonly rows = new Map<string, LockRow>();
  readonly gone = new Map<string, { reason: EndReason; atMs: number }>();
  ended = false;
  /** Bytes that it pretends not to have taken. */
  behindBytes = 0;
  stop = () => {};

  static async of(hub: WatchHub, tenantId: number, still = async () => true): Promise<Watcher> {
    const watcher = new Watcher();
    watcher.stop = await streamHouse(watcher.sink, { hub, tenantId, userId: 'vera', still });
    return watcher;
  }

  /** Every byte that came, as text. */
  text = '';

  get events(): string[] {
    return this.messages.map(({ event }) => event);
  }

  get snapshots(): WatchSnapshot[] {
    return this.messages.flatMap((each) => (each.event === 'snapshot' ? [each.data] : []));
  }

  get deltas(): WatchDelta[] {
    return this.messages.flatMap((each) => (each.event === 'delta' ? [each.data] : []));
  }

  private readonly sink: StreamSink = {
    write: (bytes) => this.hear(new TextDecoder().decode(bytes)),
    behind: () => this.behindBytes,
    end: () => {
      this.ended = true;
    },
  };

  private hear(text: string): void {
    this.text += text;
    const [, event, data] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(text) ?? [];
    const message = { event: event ?? 'comment', data: data ? JSON.parse(data) : null } as Message;
    this.messages.push(message);
    if (message.event === 'snapshot') this.rows.clear();
    if (message.event !== 'snapshot' && message.event !== 'delta') return;
    for (const row of message.data.rows) this.rows.set(row.id, row);
    if (message.event === 'snapshot') return;
    for (const { id, reason } of message.data.gone) {
      this.rows.delete(id);
      this.gone.set(id, { reason, atMs: Date.now() });
    }
  }
}
