import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { type Context, inTenant } from '@/lib/context';
import { inTime } from './in-time';
import { addDays, presetPeriod } from './periods';
import { countRows, lockRows } from './queries';
import { rowsCount } from './row-count';
import type { Patience } from './rows';
import type { LockPage, RowsFilter } from './schema';
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

/** Looks through as little as can be, and is out of time whenever it looks at the clock again. */
const impatient = (piece: number): Patience => {
  let at = 0;
  return { msMax: 1, piece, nowMs: () => at++ };
};

async function everyPage(wanted: RowsFilter, of: () => Patience, limit = 1_000) {
  const pages: LockPage[] = [];
  for (let cursor: string | undefined; pages.length < 500; ) {
    const page = await lockRows(ctx, { ...wanted, cursor }, limit, of());
    pages.push(page);
    if (!page.next) break;
    cursor = page.next;
  }
  return pages;
}

const idsOf = (pages: LockPage[]) => pages.flatMap(({ rows }) => rows.map(({ id }) => id));
const whole = async (wanted: RowsFilter) => idsOf([await lockRows(ctx, wanted, 1_000)]);

const states: [string, () => Promise<void>][] = [
  ['of locks as they stand', async () => {}],
  ['of counted ones', async () => void (await countClosedHours(database.db))],
  ['of old ones', async () => void (await moveOldLocks(database.db))],
];

describe.each(states)('a search that takes long, %s', (_, come) => {
  beforeAll(come);

  it.each<[string, Partial<RowsFilter>]>([
    ['all', {}],
    ['of two kinds at once', { stage: 'paying', device: 'phone', outcome: 'sale' }],
    ['of lost carts', { cart: 'lost', device: 'phone' }],
    ['of a zone', { outcome: 'lost' }],
  ])('goes on where it stopped, and finds each row once: %s', async (_what, asked) => {
    const wanted = { ...filter, ...asked };
    if (_what === 'of a zone') wanted.zoneId = hall.numbered;
    const expected = await whole(wanted);
    expect(expected.length).toBeGreaterThan(5);
    const pages = await everyPage(wanted, () => impatient(40));
    expect(idsOf(pages)).toEqual(expected);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.slice(0, -1).every(({ searchedTo }) => searchedTo !== null)).toBe(true);
    expect(pages.at(-1)).toMatchObject({ searchedTo: null, next: null });
    // And the way back, from the oldest page.
    const back: string[][] = [];
    let cursor = pages.at(-1)?.previous;
    for (let steps = 0; cursor && steps < 500; steps++) {
      const page = await lockRows(ctx, { ...wanted, cursor, toward: 'newer' }, 30, impatient(40));
      back.unshift(page.rows.map(({ id }) => id));
      cursor = page.previous;
    }
    const last = pages.at(-1)?.rows.length ?? 0;
    expect(back.flat()).toEqual(expected.slice(0, expected.length - last));
  });

  it('looks through no more than a piece at a time, also where a day alone has more', async () => {
    const moments = (await lockRows(ctx, filter, 1_000)).rows.map(({ lockedAt }) => lockedAt);
    const none = { ...filter, stage: 'cart', device: 'tablet' } as const;
    const pages = await everyPage({ ...none, cart: 'locked' }, () => impatient(20));
    const borders = pages.map(({ searchedTo }) => searchedTo ?? '');
    expect(borders.length).toBeGreaterThan(moments.length / 25);
    for (const [at, border] of borders.entries()) {
      const before = borders[at - 1] ?? '9999';
      const between = moments.filter((moment) => moment < before && moment > border);
      expect(between.length, border).toBeLessThanOrEqual(21);
    }
    expect(idsOf(pages)).toEqual([]);
  });
});

it('a search in good time tells of no border', async () => {
  const none = { ...filter, stage: 'cart', device: 'tablet' } as const;
  const patience = { msMax: 1_500, piece: 10, nowMs: () => 0 };
  expect(await lockRows(ctx, none, 100, patience)).toEqual({
    rows: [],
    next: null,
    previous: null,
    searchedTo: null,
  });
});

describe('a count one by one', () => {
  const both: Partial<RowsFilter> = { stage: 'paying', device: 'phone' };

  /** While somebody keeps the table to himself. */
  async function held<T>(work: () => Promise<T>): Promise<T> {
    const done = await database.admin.begin(async (holder) => {
      await holder`LOCK TABLE cart_item_locks IN ACCESS EXCLUSIVE MODE`;
      return await work();
    });
    return done as T;
  }

  it.each<[string, Partial<RowsFilter>]>([
    ['two conditions', both],
    ['carts with a condition', { cart: 'sold', outcome: 'lost' }],
  ])('that takes too long is not known, and is exact again in time: %s', async (_, asked) => {
    const wanted = { ...filter, ...asked };
    const unknown = { locks: null, units: null, value: null, carts: null };
    expect(await held(() => rowsCount(ctx, wanted, 60))).toEqual(unknown);
    expect(await rowsCount(ctx, wanted)).toEqual(await countRows(ctx, wanted));
  });

  it('leaves the transaction around it as it was', async () => {
    const most = await held(() =>
      inTenant(ctx, async (inside) => {
        const unknown = await rowsCount(inside, { ...filter, ...both }, 60);
        expect(unknown.locks).toBeNull();
        expect(await inTime(inside, 60, async () => 'done')).toBe('done');
        const [row] = await inside.db.execute(
          sql`SELECT current_setting('statement_timeout') AS at`,
        );
        return row?.at;
      }),
    );
    expect(most).toBe('15s');
  });

  it('keeps no other failure to itself', async () => {
    const fails = inTime(ctx, 1_000, ({ db }) => db.execute(sql`SELECT 1 / 0`));
    await expect(fails).rejects.toMatchObject({ cause: { code: '22012' } });
  });
});
