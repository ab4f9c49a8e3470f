import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { checkout } from '@/lib/orders/service';
import { LockEngine } from './engine';
import type { LockItem } from './schema';
import * as service from './service';
import { buyerOf, claimOf, newSession, outcomeOf } from './testing/buyers';
import { deadlinesPass, heldBack, someoneWaits } from './testing/waiting';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const settings = { max_locks_per_session: 1 };
const place = (hall: Hall) => ({ zoneId: hall.general, quantity: 1 });
const seat = (hall: Hall) => ({ zoneId: hall.numbered, seatId: hall.seatIds[0] as number });
const email = { email: 'ana@example.org', name: 'Ana' };

/** What saves a lock at its last moment, when asked before the deadline. */
const savings = {
  'an extension': (db: Db, hall: Hall, key: string) =>
    service.extendLocks(buyerOf(db, hall, key), {}),
  'a return': (db: Db, hall: Hall, key: string) => service.resumeLocks(buyerOf(db, hall, key)),
  'entering payment': (db: Db, hall: Hall, key: string) => checkout(buyerOf(db, hall, key), email),
};

/** Locks for a session that then closes its tab: what is left of the grace is a blink. */
async function lockNearItsEnd(hall: Hall, item: LockItem): Promise<string> {
  const key = newSession();
  const engine = new LockEngine(database.db);
  await engine.claim(hall.tenantId, hall.eventId, claimOf([item], key));
  await database.admin`
    UPDATE cart_item_locks SET former_expires_at = expires_at,
      expires_at = clock_timestamp() + interval '250 ms'
    WHERE tenant_id = ${hall.tenantId}`;
  return key;
}

describe.each(Object.entries(savings))(
  '%s that is on its way when the deadline passes',
  (_, save) => {
    /** Saves the lock, and holds the saving back until the deadline that it moves has passed. */
    async function saving(hall: Hall, item: LockItem) {
      const key = await lockNearItsEnd(hall, item);
      const slow = heldBack(database.db);
      const saved = save(slow.db, hall, key);
      await slow.written;
      await deadlinesPass(database.admin, hall);
      return { key, saved, release: slow.release };
    }

    test.each([
      ['seat', seat, 'locked'],
      ['last place', place, 'capacity'],
    ] as const)(
      'keeps the %s from another buyer, who waits and is told',
      async (_item, item, why) => {
        const hall = await createHall(database.admin, { capacity: 1, settings });
        const { saved, release } = await saving(hall, item(hall));
        const rival = outcomeOf(new LockEngine(database.db), hall, claimOf([item(hall)]));
        await Promise.race([rival, someoneWaits(database.admin)]);
        release();
        await saved;
        expect(await rival).toMatchObject({
          code: 'items_unavailable',
          details: { items: [{ reason: why }] },
        });
      },
    );

    test('counts against the limit of its own session', async () => {
      const hall = await createHall(database.admin, { settings });
      const { key, saved, release } = await saving(hall, seat(hall));
      const more = outcomeOf(new LockEngine(database.db), hall, claimOf([place(hall)], key));
      await Promise.race([more, someoneWaits(database.admin)]);
      release();
      await saved;
      expect(await more).toMatchObject({ code: 'lock_limit_reached', details: { held: 1 } });
      expect(await checkInvariants(database.admin)).toEqual([]);
    });

    test('is left alone by the sweep', async () => {
      const hall = await createHall(database.admin, { settings });
      const { saved, release } = await saving(hall, seat(hall));
      await service.cleanupExpiredLocks(database.db);
      release();
      await saved;
      const rows = await database.admin`
      SELECT status FROM cart_item_locks WHERE tenant_id = ${hall.tenantId}`;
      expect(rows).toMatchObject([{ status: 'active' }]);
    });
  },
);

describe('an extension that comes when another buyer has already taken the seat over', () => {
  test('waits for that to be certain, and is told that there is nothing to extend', async () => {
    const hall = await createHall(database.admin, { settings });
    const key = await lockNearItsEnd(hall, seat(hall));
    await deadlinesPass(database.admin, hall);
    const slow = heldBack(database.db);
    const rival = outcomeOf(new LockEngine(slow.db), hall, claimOf([seat(hall)]));
    await slow.written;
    const late = savings['an extension'](database.db, hall, key);
    await Promise.race([late.catch(() => {}), someoneWaits(database.admin)]);
    slow.release();
    expect(await rival).not.toBeInstanceOf(DomainError);
    await expect(late).rejects.toMatchObject({ code: 'no_live_locks' });
  });
});
