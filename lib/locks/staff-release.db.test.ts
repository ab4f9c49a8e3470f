import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { checkout } from '@/lib/orders/service';
import { LockEngine } from './engine';
import { lockStatus } from './queries';
import type { LockItem } from './schema';
import { releaseAsStaff, releaseLocks } from './service';
import { addressName, sessionName } from './session-name';
import { staffReleaseMax } from './staff-schema';
import { buyerOf, claimOf, newSession } from './testing/buyers';

let database: TestDatabase;
let engine: LockEngine;

beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());

const reason = 'Compra sospechosa';
const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: database.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name: 'Rosa Quintero', role: 'manager' },
});
const seat = (hall: Hall, at: number): LockItem => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[at] as number,
});
async function holding(hall: Hall, session: string, items: LockItem[], more: object = {}) {
  const claim = { ...claimOf(items, session), ...more };
  return (await engine.claim(hall.tenantId, hall.eventId, claim)).lockIds;
}
const cartOf = (hall: Hall, session: string) => lockStatus(buyerOf(database.db, hall, session));
const logOf = (hall: Hall) => database.admin`
  SELECT user_name, action, target, after, reason FROM audit_log
  WHERE tenant_id = ${hall.tenantId} ORDER BY at, id`;

describe('staff release', () => {
  test('a lock with a reason: its buyer is told by whom, and keeps the rest of the cart', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const [first, second] = await holding(hall, session, [seat(hall, 0), seat(hall, 1)]);
    const answer = await releaseAsStaff(staffOf(hall), { lockIds: [first as string], reason });
    expect(answer).toEqual({ released: [first], notFound: [], paying: [] });
    const { locks, ended } = await cartOf(hall, session);
    expect(locks.map((lock) => lock.id)).toEqual([second]);
    expect(ended).toMatchObject([{ id: first, status: 'released', reason: 'admin' }]);
    expect(await holding(hall, newSession(), [seat(hall, 0)])).toHaveLength(1);
  });

  test('is written down: who, what, how much and why, and no session’s key', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const lockIds = await holding(hall, session, [{ zoneId: hall.general, quantity: 3 }]);
    await releaseAsStaff(staffOf(hall), { lockIds, reason });
    const log = await logOf(hall);
    expect(log).toEqual([
      {
        user_name: 'Rosa Quintero',
        action: 'locks.released',
        target: `session · ${sessionName(session)}`,
        after: { locks: 1, units: 3, lockIds },
        reason,
      },
    ]);
    expect(JSON.stringify(log)).not.toContain(session);
  });

  test('a cart, the whole of a session, an account’s and a network’s: that, and nothing else', async () => {
    const hall = await createHall(database.admin);
    const [ana, bea, eva] = [newSession(), newSession(), newSession()];
    const client = { device: null, addressHash: 'n'.repeat(22) };
    const [lockId] = await holding(hall, ana, [seat(hall, 0), seat(hall, 1)]);
    await holding(hall, bea, [seat(hall, 2)], { client });
    await holding(hall, eva, [seat(hall, 3)], { client });
    const stays = newSession();
    await holding(hall, stays, [seat(hall, 4)]);
    const staff = staffOf(hall);

    const bySession = await releaseAsStaff(staff, { sessionOf: lockId as string, reason });
    expect(bySession.released).toHaveLength(2);
    const source = { kind: 'address', value: client.addressHash } as const;
    expect((await releaseAsStaff(staff, { source, reason })).released).toHaveLength(2);
    const [cart] = await database.admin`
      SELECT cart_id AS id FROM cart_item_locks WHERE session_key = ${stays}`;
    expect((await cartOf(hall, stays)).locks).toHaveLength(1);
    expect((await releaseAsStaff(staff, { cartId: cart?.id, reason })).released).toHaveLength(1);
    expect((await logOf(hall)).map(({ target }) => target)).toEqual([
      `session · ${sessionName(ana)}`,
      `address · ${addressName(client.addressHash)}`,
      `session · ${sessionName(stays)}`,
    ]);
  });

  test('nothing twice, nothing that has ended, and nothing of another house', async () => {
    const [hall, other] = [await createHall(database.admin), await createHall(database.admin)];
    const session = newSession();
    const lockIds = await holding(hall, session, [seat(hall, 0), seat(hall, 1)]);
    expect(await releaseAsStaff(staffOf(other), { lockIds, reason })).toEqual({
      released: [],
      notFound: lockIds,
      paying: [],
    });
    await releaseLocks(buyerOf(database.db, hall, session), { lockIds: [lockIds[0] as string] });
    expect(await releaseAsStaff(staffOf(hall), { lockIds, reason })).toEqual({
      released: [lockIds[1]],
      notFound: [lockIds[0]],
      paying: [],
    });
    expect((await releaseAsStaff(staffOf(hall), { lockIds, reason })).released).toEqual([]);
    expect(await logOf(other)).toEqual([]);
    expect(await logOf(hall)).toHaveLength(1);
  });

  test('of more locks than one call takes leaves those that came to payment for last', async () => {
    const hall = await createHall(database.admin, { capacity: staffReleaseMax + 10 });
    const session = newSession();
    const lockIds = await holding(hall, session, [{ zoneId: hall.general, quantity: 1 }]);
    const buyer = buyerOf(database.db, hall, session);
    await checkout(buyer, { email: 'ana@example.org', name: 'Ana', lockIds });
    await database.admin`
      INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity,
        expires_at, price_at_lock, duration_ms, max_extensions)
      SELECT tenant_id, gen_random_uuid(), session_key, event_id, zone_id, 1, expires_at,
        price_at_lock, duration_ms, max_extensions
      FROM cart_item_locks, generate_series(1, ${staffReleaseMax}) WHERE id = ${lockIds[0] as string}`;
    const source = { kind: 'session', value: session } as const;
    const first = await releaseAsStaff(staffOf(hall), { source, reason });
    expect([first.released.length, first.paying]).toEqual([staffReleaseMax, []]);
    const second = await releaseAsStaff(staffOf(hall), { source, reason });
    expect(second).toMatchObject({ released: [], paying: lockIds });
  });

  test('while buyers extend, give back and lock: every lock ends once, and the rules hold', async () => {
    const hall = await createHall(database.admin, { seats: 60 });
    const staff = staffOf(hall);
    const sessions = Array.from({ length: 12 }, newSession);
    const work = sessions.flatMap((session, i) => {
      const held = holding(
        hall,
        session,
        [0, 1, 2].map((n) => seat(hall, i * 3 + n)),
      );
      return [
        held.then((lockIds) => releaseAsStaff(staff, { lockIds, reason })),
        held.then(() => releaseLocks(buyerOf(database.db, hall, session), {})),
        held.then(() => cartOf(hall, session)),
      ];
    });
    await Promise.all(work);
    const [left] = await database.admin`
      SELECT count(*)::int FROM cart_item_locks
      WHERE tenant_id = ${hall.tenantId} AND status = 'active'`;
    expect(left?.count).toBe(0);
    expect(await checkInvariants(database.admin, { maxLocksPerSession: 50 })).toEqual([]);
  });
});
