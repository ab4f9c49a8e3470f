import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '@/db/seed/random';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { addDays, presetPeriod } from './periods';
import {
  byDay,
  byReason,
  cartsBack,
  conversion,
  countRows,
  funnel,
  lockRows,
  lossBy,
} from './queries';
import { rowsCount } from './row-count';
import { type Dimension, dimensions, type LockRecord, outcomes, type RowsFilter } from './schema';
import { countClosedHours, moveOldLocks } from './service';

let database: TestDatabase;
let hall: Hall;
let ctx: Context;
let filter: RowsFilter;

const minute = 60_000;
const ends = {
  timeout: 'expired',
  buyer: 'released',
  tab_closed: 'released',
  admin: 'released',
  sale: 'converted',
} as const;

beforeAll(async () => {
  database = await testDatabase();
  hall = await createHall(database.admin, { capacity: 5_000 });
  ctx = { db: database.db, tenantId: hall.tenantId, actor: { kind: 'system' } };
  await writeHistory();
  const [clock] = await database.admin<{ today: string }[]>`
    SELECT (now() AT TIME ZONE 'Europe/Madrid')::date::text AS today`;
  filter = presetPeriod('week', addDays(clock!.today, -1));
});
afterAll(() => database.drop());

/** Ten days of carts: one to four locks each, some sessions with two carts, and every outcome. */
async function writeHistory(): Promise<void> {
  const random = seeded(7);
  const any = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const now = Date.now();
  const sessions: string[] = [];
  const rows = Array.from({ length: 400 }, () => {
    const session =
      random() < 0.3 && sessions.length > 0 ? any(sessions) : randomUUID().padEnd(40, 'x');
    sessions.push(session);
    const began = now - random() * 10 * 24 * 60 * minute - 2 * 60 * minute;
    const [cart, reached, device] = [randomUUID(), any([0, 1, 2]), any(['phone', 'desktop', null])];
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const reason = any(Object.keys(ends) as (keyof typeof ends)[]);
      const at = began + random() * 30 * minute;
      const seat = random() < 0.6 ? any(hall.seatIds) : null;
      return {
        tenant_id: hall.tenantId,
        id: randomUUID(),
        session_key: session,
        event_id: hall.eventId,
        zone_id: seat === null ? hall.general : hall.numbered,
        seat_id: seat,
        quantity: seat === null ? 1 + Math.floor(random() * 4) : 1,
        locked_at: new Date(at),
        expires_at: new Date(at + 15 * minute),
        status: ends[reason],
        price_at_lock: any([2_000, 4_500]),
        ended_at: new Date(at + random() * 15 * minute),
        end_reason: reason,
        duration_ms: 15 * minute,
        max_extensions: 10,
        extensions: any([0, 0, 1, 3]),
        cart_id: cart,
        device,
        checkout_at: reached > 0 ? new Date(at) : null,
        paying_at: reached > 1 ? new Date(at) : null,
      };
    });
  }).flat();
  await database.admin`INSERT INTO cart_item_locks ${database.admin(rows)}`;
}

const everyRow = async (wanted: RowsFilter) => (await lockRows(ctx, wanted, 1_000)).rows;
const cartsOf = (rows: LockRecord[]) => new Set(rows.map(({ cartId }) => cartId)).size;
const lostOf = (row: Awaited<ReturnType<typeof byReason>>) =>
  row.timeout.locks + row.buyer.locks + row.tab_closed.locks + row.admin.locks;

const states: [string, () => Promise<void>][] = [
  ['as they stand', async () => {}],
  ['when they are counted', async () => void (await countClosedHours(database.db))],
  ['when the old ones are in the history', async () => void (await moveOldLocks(database.db))],
];

describe.each(states)('behind every figure stand as many rows, %s', (_, come) => {
  beforeAll(come);

  it('of what became of the locks, by every measure', async () => {
    const sums = await byReason(ctx, filter);
    for (const outcome of outcomes) {
      const { carts: _, ...count } = await countRows(ctx, { ...filter, outcome });
      expect(count, outcome).toEqual(sums[outcome]);
    }
    expect((await countRows(ctx, { ...filter, outcome: 'lost' })).locks).toBe(lostOf(sums));
    expect(lostOf(sums)).toBeGreaterThan(100);
  });

  it.each(dimensions)('by %s', async (dimension: Dimension) => {
    const rows = await lossBy(ctx, filter, dimension);
    expect(rows.length).toBeGreaterThan(1);
    const name = dimension === 'zone' ? 'zoneId' : dimension;
    for (const row of rows) {
      const wanted = { ...filter, outcome: 'lost', [name]: numeric(dimension, row.key) };
      expect((await countRows(ctx, wanted as RowsFilter)).locks, row.key).toBe(lostOf(row));
    }
  });

  it('of the steps of the funnel, and of carts', async () => {
    const [steps, { carts }, back] = await Promise.all([
      funnel(ctx, filter),
      conversion(ctx, filter),
      cartsBack(ctx, filter),
    ]);
    const expected = {
      locked: carts.made,
      checkout: steps.checkout,
      paying: steps.paying,
      sold: carts.sold,
      open: carts.open,
      lost: carts.lost,
      back: back.back,
      backSold: back.backSold,
    };
    expect(back.backSold).toBeGreaterThan(0);
    for (const [cart, figure] of Object.entries(expected)) {
      const wanted = { ...filter, cart } as RowsFilter;
      expect((await countRows(ctx, wanted)).carts, cart).toBe(figure);
      expect((await rowsCount(ctx, wanted)).carts, cart).toBe(figure);
      expect(cartsOf(await everyRow(wanted)), cart).toBe(figure);
    }
  });

  it('of how long buying took', async () => {
    const { timeToConvert } = await conversion(ctx, filter);
    for (const [within, carts] of timeToConvert.within.entries()) {
      const wanted = { ...filter, within };
      expect((await countRows(ctx, wanted)).carts, String(within)).toBe(carts);
      expect((await rowsCount(ctx, wanted)).carts, String(within)).toBe(carts);
      expect(cartsOf(await everyRow(wanted)), String(within)).toBe(carts);
    }
  });

  it('and the count that is shown is theirs, read by day or row by row', async () => {
    const zone = (await lossBy(ctx, filter, 'zone'))[0]?.key;
    const asked: RowsFilter[] = [
      filter,
      { ...filter, outcome: 'lost' },
      { ...filter, outcome: 'sale', zoneId: Number(zone) },
      { ...filter, device: 'unknown' },
      { ...filter, price: 1 },
      { ...filter, stage: 'paying', device: 'phone' },
      { ...filter, seatId: hall.seatIds[3] },
    ];
    for (const wanted of asked) {
      const { carts: _, ...exact } = await countRows(ctx, wanted);
      expect(await rowsCount(ctx, wanted), JSON.stringify(wanted)).toMatchObject(exact);
    }
  });

  it('of each day', async () => {
    for (const { day, locks, sold, carts } of await byDay(ctx, filter)) {
      const one = { from: day, to: day };
      expect((await countRows(ctx, one)).locks).toBe(locks);
      expect((await countRows(ctx, { ...one, outcome: 'sale' })).locks).toBe(sold);
      expect((await countRows(ctx, { ...one, cart: 'locked' })).carts).toBe(carts);
    }
  });
});

describe('the pages of rows', () => {
  it('show every row once, there and back', async () => {
    const { locks } = await countRows(ctx, filter);
    const forth: string[][] = [];
    let page = await lockRows(ctx, filter, 50);
    expect(page.previous).toBeNull();
    for (;;) {
      forth.push(page.rows.map(({ id }) => id));
      if (!page.next) break;
      page = await lockRows(ctx, { ...filter, cursor: page.next, toward: 'older' }, 50);
    }
    expect(new Set(forth.flat()).size).toBe(locks);
    expect(forth.length).toBeGreaterThan(3);
    for (const ids of forth.toReversed().slice(1)) {
      page = await lockRows(ctx, { ...filter, cursor: page.previous!, toward: 'newer' }, 50);
      expect(page.rows.map(({ id }) => id)).toEqual(ids);
    }
    expect(page.previous).toBeNull();
  });
});

function numeric(dimension: Dimension, key: string): string | number {
  return dimension === 'stage' || dimension === 'device' ? key : Number(key);
}
