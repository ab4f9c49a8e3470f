import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { Connection } from '@/db/client';
import type { Hall } from '@/db/testing/hall';
import { ownMemory } from '@/lib/live/queries';
import type { Claim } from '@/lib/locks/claim';
import { LockEngine } from '@/lib/locks/engine';
import { atMost, type Figure } from './figures';
import { median, underLoad } from './load';

const rounds = 3;
const runMs = 2_500;
const rivals = 1_000;

const wish = (): Claim => ({
  sessionKey: randomBytes(30).toString('base64url'),
  isNew: true,
  userId: null,
  items: [],
  mode: 'all',
  metadata: {},
  wish: { quantity: 4, accessible: 0 },
});

/** The best four of 100,000 seats, of which every other is sold at random: alone, and among rivals. */
export async function bestFigures(
  connection: Connection,
  admin: postgres.Sql,
  hall: Hall,
): Promise<Figure[]> {
  await admin`TRUNCATE cart_item_locks CASCADE`;
  await admin`SELECT setseed(0.5)`;
  await admin`UPDATE seats SET status = 'sold' WHERE tenant_id = ${hall.tenantId} AND random() < 0.5`;
  await admin`VACUUM (ANALYZE) seats, cart_item_locks`;
  const memory = ownMemory(connection);
  const seats = (tenantId: number, eventId: string) => memory.seats(tenantId, eventId);
  const engine = new LockEngine(connection.db, undefined, undefined, seats);
  const ask = () => engine.claim(hall.tenantId, hall.eventId, wish());
  try {
    await ask();
    const alone: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await admin`TRUNCATE cart_item_locks CASCADE`;
      alone.push((await underLoad(1, runMs, ask)).p50Ms);
    }
    await admin`TRUNCATE cart_item_locks CASCADE`;
    const among = await underLoad(rivals, runMs, ask);
    return [
      atMost('best_of_100000_p50', median(alone), 20, 'ms'),
      {
        figure: 'best_among_1000_rivals',
        value: Math.round(among.perSecond),
        unit: 'groups/s',
        target: '-',
        ok: true,
      },
    ];
  } finally {
    memory.close();
  }
}
