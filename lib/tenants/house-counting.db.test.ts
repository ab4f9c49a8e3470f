import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import type { Hall } from '@/db/testing/hall';
import { countClosedHours } from '@/lib/analytics/service';
import { writeLocks } from '@/lib/analytics/testing/lock-row';
import { hourMs, madeLock } from '@/lib/analytics/testing/made-lock';
import { newHall } from '@/lib/analytics/testing/new-hall';
import type { StaffContext } from '@/lib/context';
import { isAway } from '@/lib/transient';
import { housePage } from './own';
import { forgetTenants } from './queries';
import type { House } from './schema';
import { changeHouse } from './service';

let base: TestDatabase;
/** Waits for nobody's row. */
let hasty: Connection;
let hall: Hall;
let manager: StaffContext;
beforeAll(async () => {
  base = await testDatabase();
  hasty = connect(base.url, { max: 1 });
  await hasty.sql`SET lock_timeout = '50ms'`;
});
afterAll(async () => {
  forgetTenants();
  await hasty.sql.end();
  await base.drop();
});
beforeEach(async () => {
  hall = await newHall(base.admin);
  const actor = { kind: 'staff', userId: randomUUID(), name: 'Íñigo', role: 'manager' } as const;
  manager = { db: base.db, tenantId: hall.tenantId, actor };
  await lockedSeat();
});

const lockedMs = Date.UTC(2025, 9, 20, 1, 30);
const lockedSeat = (atMs = lockedMs) =>
  writeLocks(base.admin, [
    madeLock(hall, atMs, { zone_id: hall.numbered, seat_id: hall.seatIds[0]!, quantity: 1 }),
  ]);

async function change(part: Partial<House>, ctx = manager) {
  const { accent: _accent, logoHash: _hash, ...based } = (await housePage(manager)).house;
  return changeHouse(ctx, based, { ...based, ...part });
}

const hurried = (): StaffContext => ({ ...manager, db: hasty.db });

/** While the house is being counted: its locks are, its seats not yet. */
async function whileCounting(work: () => Promise<void>): Promise<void> {
  const blocker = await base.admin.reserve();
  await blocker`BEGIN`;
  await blocker`
    INSERT INTO seat_days (tenant_id, event_id, day, seat_id, locks, sold, abandoned)
    SELECT ${hall.tenantId}, ${hall.eventId}, day::date, ${hall.seatIds[0]!}, 1, 0, 1
    FROM generate_series(date '2025-10-15', '2025-10-30', '1 day') AS day
    ON CONFLICT DO NOTHING`;
  const counting = countClosedHours(base.db);
  try {
    await vi.waitFor(async () => expect(await waiting()).toBe(1), patiently);
    await work();
  } finally {
    await blocker`ROLLBACK`;
    blocker.release();
    await counting;
  }
}
const patiently = { interval: 5, timeout: 5_000 };
async function waiting(): Promise<number> {
  const rows = await base.admin`
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length;
}

it('a time zone saved during the first count waits for it, and is then refused', async () => {
  let changing: Promise<unknown> = Promise.resolve();
  await whileCounting(async () => {
    changing = change({ timeZone: 'America/Bogota' }).catch((error: unknown) => error);
    await vi.waitFor(async () => expect(await waiting()).toBe(2), patiently);
  });
  expect(await changing).toMatchObject({ code: 'time_zone_in_use' });
  const days = await base.admin`
    SELECT day::text FROM lock_days WHERE tenant_id = ${hall.tenantId}
    UNION SELECT day::text FROM seat_days WHERE tenant_id = ${hall.tenantId}
    UNION SELECT day::text FROM cart_days WHERE tenant_id = ${hall.tenantId}`;
  expect(days).toEqual([{ day: '2025-10-20' }]);
});

it('a save behind a long count is told soon to try again', async () => {
  const [usual] = await base.sql`SELECT current_setting('lock_timeout') AS most`;
  expect(usual).toEqual({ most: '8s' });
  await whileCounting(async () => {
    const late = await change({ name: 'Otro' }, hurried()).catch((error: unknown) => error);
    expect(isAway(late)).toBe(true);
  });
  expect((await change({ name: 'Otro' })).changes).toHaveLength(1);
});

it('no save waits for a later count: the time zone is fixed by then', async () => {
  await countClosedHours(base.db);
  await base.admin`UPDATE analytics_marks SET counted_until = '2025-10-21' WHERE tenant_id = ${hall.tenantId}`;
  await lockedSeat(lockedMs + 48 * hourMs);
  await whileCounting(async () => {
    expect((await change({ name: 'Otro' }, hurried())).changes).toHaveLength(1);
    await expect(change({ timeZone: 'America/Bogota' }, hurried())).rejects.toMatchObject({
      code: 'time_zone_in_use',
    });
  });
});
