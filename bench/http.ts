import { Agent } from 'node:http';
import type postgres from 'postgres';
import type { Hall } from '@/db/testing/hall';
import { startBenchApp } from './app';
import { atLeast, type Figure } from './figures';
import { type Measured, median, underLoad } from './load';
import { send } from './send';

const connections = 64;
const runMs = 6_000;
const rounds = 3;

/**
 * Locking over HTTP on the production build, against an empty route handler of the same build: what
 * the framework lets through at most. The sides take turns.
 */
export async function httpFigures(url: string, admin: postgres.Sql, hall: Hall): Promise<Figure[]> {
  const app = await startBenchApp(url);
  const { port } = app;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    await admin`TRUNCATE cart_item_locks CASCADE`;
    let next = 0;
    const lock = () => {
      const at = (next++ * 2) % (hall.seatIds.length - 1);
      const items = [at, at + 1].map((i) => ({ zoneId: hall.numbered, seatId: hall.seatIds[i] }));
      return send(agent, port, 'POST', '/sales/cart/lock', 201, { eventId: hall.eventId, items });
    };
    const empty = () => send(agent, port, 'GET', '/healthz', 200);
    await underLoad(connections, runMs / 2, empty);
    await underLoad(connections, runMs / 2, lock);
    const runs: Record<'empty' | 'lock', Measured>[] = [];
    for (let round = 0; round < rounds; round++) {
      runs.push({
        empty: await underLoad(connections, runMs, empty),
        lock: await underLoad(connections, runMs, lock),
      });
      await admin`TRUNCATE cart_item_locks CASCADE`;
    }
    const of = (ratio: (run: (typeof runs)[number]) => number) => median(runs.map(ratio));
    const said = (figure: string, value: number): Figure => {
      return { figure, value: Math.round(value), unit: 'requests/s', target: '-', ok: true };
    };
    return [
      said(
        'http_empty_64',
        of((run) => run.empty.perSecond),
      ),
      said(
        'http_lock_64',
        of((run) => run.lock.perSecond),
      ),
      atLeast(
        'http_vs_empty',
        of((run) => run.lock.perSecond / run.empty.perSecond),
        0.7,
      ),
    ];
  } finally {
    agent.destroy();
    await app.stop();
  }
}
