import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type ViewersOrder =
  /** The cookies go round; null is a viewer without one. */
  | { do: 'open'; count: number; port: number; path: string; cookies: (string | null)[] }
  | { do: 'close'; count: number }
  /** [seatId, when its lock was asked for]. */
  | { do: 'tell'; sent: [number, number][] };

export type Seen = { told: 'seen'; times: number; p50Ms: number; p99Ms: number; maxMs: number };
export type ViewersAnswer = { told: 'done' } | { told: 'failed'; why: string } | Seen;

/** Viewers of an event's live stream, in a process of their own. */
export class ViewersPool {
  private readonly child: ChildProcess;

  constructor(
    private readonly port: number,
    private readonly path: string,
  ) {
    this.child = fork(fileURLToPath(new URL('viewers.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
    });
  }

  /** @returns once each of them has its snapshot. */
  async open(count: number, cookies: (string | null)[] = [null]): Promise<void> {
    await this.ask({ do: 'open', count, port: this.port, path: this.path, cookies });
  }

  async close(count: number): Promise<void> {
    await this.ask({ do: 'close', count });
  }

  /** How long it took from asking for a lock to each viewer's being told. */
  async seen(sent: [number, number][]): Promise<Seen> {
    return (await this.ask({ do: 'tell', sent })) as Seen;
  }

  end(): void {
    this.child.kill();
  }

  private async ask(order: ViewersOrder): Promise<ViewersAnswer> {
    this.child.send(order);
    const [answer] = (await once(this.child, 'message')) as [ViewersAnswer];
    if (answer.told === 'failed') throw new Error(`viewers: ${answer.why}`);
    return answer;
  }
}
