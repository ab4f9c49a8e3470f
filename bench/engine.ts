import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { Db } from '@/db/client';
import type { Hall } from '@/db/testing/hall';
import { writeBatch } from '@/lib/locks/batch';
import type { Claim } from '@/lib/locks/claim';
import { LockEngine } from '@/lib/locks/engine';
import { atLeast, atMost, type Figure } from './figures';
import { type Measured, median, underLoad } from './load';

const runMs = 2_500;
const rounds = 3;

type Bench = { db: Db; admin: postgres.Sql; hall: Hall };

/** Two seats a request, each pair asked for once: the spread load of an on-sale. */
function seatClaims(hall: Hall): () => Claim {
  let next = 0;
  return () => {
    const at = (next++ * 2) % (hall.seatIds.length - 1);
    return claim(
      [at, at + 1].map((i) => ({ zoneId: hall.numbered, seatId: hall.seatIds[i] as number })),
    );
  };
}

/** Two places a request, all in one zone: the hot one. */
function placeClaims(hall: Hall): () => Claim {
  return () => claim([{ zoneId: hall.general, quantity: 2 }]);
}

function claim(items: Claim['items']): Claim {
  const sessionKey = randomBytes(30).toString('base64url');
  return { sessionKey, userId: null, items, mode: 'all', metadata: {} };
}

/** The engine's own figures: each a ratio within one run, the sides taking turns. */
export async function engineFigures({ db, admin, hall }: Bench): Promise<Figure[]> {
  const ctx = { db, tenantId: hall.tenantId, actor: { kind: 'system' } as const };
  const engine = new LockEngine(db);
  const coalesced = (next: () => Claim) => () => engine.claim(hall.tenantId, hall.eventId, next());
  const single = (next: () => Claim) => () => writeBatch(ctx, hall.eventId, [next()]);
  const measure = async (clients: number, request: () => Promise<unknown>) => {
    await admin`TRUNCATE cart_item_locks CASCADE`;
    await admin`VACUUM (ANALYZE) seats, zones, cart_item_locks`;
    return underLoad(clients, runMs, request);
  };

  const runs: Record<'numbered' | 'single' | 'general' | 'idle' | 'idleSingle', Measured>[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push({
      numbered: await measure(256, coalesced(seatClaims(hall))),
      single: await measure(256, single(seatClaims(hall))),
      general: await measure(256, coalesced(placeClaims(hall))),
      idle: await measure(1, coalesced(seatClaims(hall))),
      idleSingle: await measure(1, single(seatClaims(hall))),
    });
  }
  const of = (ratio: (run: (typeof runs)[number]) => number) => median(runs.map(ratio));
  const perSecond = (name: string, value: number): Figure => ({
    figure: name,
    value: Math.round(value),
    unit: 'requests/s',
    target: '-',
    ok: true,
  });
  return [
    perSecond(
      'coalesced_256',
      of((run) => run.numbered.perSecond),
    ),
    perSecond(
      'single_256',
      of((run) => run.single.perSecond),
    ),
    perSecond(
      'general_256',
      of((run) => run.general.perSecond),
    ),
    atLeast(
      'coalesced_vs_single',
      of((run) => run.numbered.perSecond / run.single.perSecond),
      8,
    ),
    atLeast(
      'general_vs_numbered',
      of((run) => run.general.perSecond / run.numbered.perSecond),
      0.8,
    ),
    atMost(
      'idle_latency',
      of((run) => run.idle.p50Ms / run.idleSingle.p50Ms),
      1.2,
    ),
  ];
}
