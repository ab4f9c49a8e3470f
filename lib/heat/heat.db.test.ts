import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { readAscending, readColumn } from './columns';
import { heat, seatHistory } from './queries';
import { madeUp, minuteMs, type PastLock, write } from './testing/history';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: database.db,
  tenantId,
  actor: { kind: 'staff', userId: '', name: 'Ana', role: 'box_office' },
});

type Seat = { locks: number; sold: number; abandoned: number };

async function seatsOf(hall: Hall): Promise<Map<number, Seat>> {
  const { seats } = await heat(staffOf(hall), hall.eventId);
  const [locks, sold, abandoned] = [seats.locks, seats.sold, seats.abandoned].map(readColumn);
  return new Map(
    readAscending(seats.ids).map((id, i) => [
      id,
      { locks: locks![i]!, sold: sold![i]!, abandoned: abandoned![i]! },
    ]),
  );
}

function counted(locks: PastLock[]): Map<number, Seat> {
  const seats = new Map<number, Seat>();
  for (const { seat, status } of locks) {
    if (seat === null) continue;
    const known = seats.get(seat) ?? { locks: 0, sold: 0, abandoned: 0 };
    known.locks++;
    if (status === 'converted') known.sold++;
    else if (status !== 'active') known.abandoned++;
    seats.set(seat, known);
  }
  return seats;
}

const eightHoursAgo = () => Date.now() - 8 * 60 * minuteMs;

test('each seat is told by how often it was locked, sold and abandoned', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  const locks = madeUp(hall, eightHoursAgo(), 5);
  await write(database.admin, hall, locks);
  expect(await seatsOf(hall)).toEqual(counted(locks));
  const { zones } = await heat(staffOf(hall), hall.eventId);
  const units = (wanted: (lock: PastLock) => boolean) =>
    locks
      .filter((one) => one.seat === null && wanted(one))
      .reduce((sum, { units }) => sum + units, 0);
  expect(zones).toMatchObject([
    {
      id: hall.general,
      locks: units(() => true),
      sold: units(({ status }) => status === 'converted'),
      abandoned: units(({ status }) => status !== 'converted'),
    },
  ]);
});

test('what the day tables have counted is joined with what was locked since, nothing twice', async () => {
  const hall = await createHall(database.admin, { seats: 60 });
  const from = eightHoursAgo();
  const locks = madeUp(hall, from, 9);
  await write(database.admin, hall, locks);
  const { admin } = database;
  const mark = new Date(from + 100 * minuteMs);
  await admin`
    INSERT INTO seat_days SELECT tenant_id, event_id, locked_at::date, seat_id, count(*),
      count(*) FILTER (WHERE status = 'converted'), count(*) FILTER (WHERE status <> 'converted')
    FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} AND seat_id IS NOT NULL
      AND locked_at < ${mark} GROUP BY 1, 2, 3, 4`;
  await admin`
    INSERT INTO lock_days
    SELECT tenant_id, 'zone', event_id, locked_at::date, zone_id::text,
      0, coalesce(sum(quantity) FILTER (WHERE status = 'converted'), 0), 0,
      0, coalesce(sum(quantity) FILTER (WHERE status <> 'converted'), 0), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} AND locked_at < ${mark}
    GROUP BY 1, 3, 4, 5`;
  const zonesBefore = (await heat(staffOf(hall), hall.eventId)).zones[0]!;
  await admin`INSERT INTO analytics_marks VALUES (${hall.tenantId}, ${mark})`;
  expect(await seatsOf(hall)).toEqual(counted(locks));
  const { zones } = await heat(staffOf(hall), hall.eventId);
  const units = locks.filter(({ seat }) => seat === null).reduce((sum, one) => sum + one.units, 0);
  expect(zones[0]!.locks).toBe(units);
  expect(zonesBefore.locks).toBeGreaterThan(units);
});

test('a seat tells why it was abandoned, also of a lock that ran out and was not yet written down', async () => {
  const hall = await createHall(database.admin);
  const at = eightHoursAgo();
  const seat = hall.seatIds[2]!;
  const past = (startMin: number, rest: Partial<PastLock>): PastLock => ({
    id: randomUUID(),
    seat,
    units: 1,
    lockedMs: at + startMin * minuteMs,
    expiresMs: at + (startMin + 15) * minuteMs,
    status: 'released',
    reason: 'buyer',
    endedMs: at + (startMin + 3) * minuteMs,
    ...rest,
  });
  await write(database.admin, hall, [
    past(0, {}),
    past(20, { reason: 'tab_closed' }),
    past(40, { reason: 'tab_closed' }),
    past(60, { reason: 'admin' }),
    past(80, { status: 'active', reason: null, endedMs: null }),
  ]);
  expect(await seatHistory(staffOf(hall), hall.eventId, seat)).toEqual({
    seatId: seat,
    locks: 5,
    live: false,
    soldAt: null,
    lost: { timeout: 1, buyer: 1, tab_closed: 2, admin: 1 },
  });
  expect((await seatsOf(hall)).get(seat)).toEqual({ locks: 5, sold: 0, abandoned: 5 });
  const other = await createHall(database.admin);
  await expect(seatHistory(staffOf(other), hall.eventId, seat)).rejects.toThrow('event_not_found');
  await expect(seatHistory(staffOf(hall), hall.eventId, 2_000_000_000)).rejects.toThrow(
    'seat_not_found',
  );
});
