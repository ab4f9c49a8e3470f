import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { writeTenDays } from './testing/ten-days';

let database: TestDatabase;
let hall: Hall;
let ctx: Context;
let filter: RowsFilter;

beforeAll(async () => {
  database = await testDatabase();
  hall = await createHall(database.admin, { capacity: 5_000 });
  ctx = { db: database.db, tenantId: hall.tenantId, actor: { kind: 'system' } };
  await writeTenDays(database.admin, hall);
  const [clock] = await database.admin<{ today: string }[]>`
    SELECT (now() AT TIME ZONE 'Europe/Madrid')::date::text AS today`;
  filter = presetPeriod('week', addDays(clock!.today, -1));
});
afterAll(() => database.drop());

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
      { ...filter, cart: 'lost', device: 'phone' },
      { ...filter, cart: 'sold', outcome: 'lost', price: 2_000 },
      { ...filter, within: 4, stage: 'checkout' },
    ];
    for (const wanted of asked) {
      const { carts: _, ...exact } = await countRows(ctx, wanted);
      expect(await rowsCount(ctx, wanted), JSON.stringify(wanted)).toMatchObject(exact);
      const { length } = await everyRow(wanted);
      expect(Math.min(exact.locks ?? 0, 1_000), JSON.stringify(wanted)).toBe(length);
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
