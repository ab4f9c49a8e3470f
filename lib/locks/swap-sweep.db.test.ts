import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { LockEngine } from './engine';
import { cleanupExpiredLocks } from './service';
import { claimOf, newSession } from './testing/buyers';
import { deadlinesPass } from './testing/waiting';

/** What happens between the decisions of a batch and their writing. */
let meanwhile = async () => {};
vi.mock('./best', () => ({ chooseSeats: () => meanwhile() }));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('a lock whose time runs out while it is swapped is not swept away under the swap', async () => {
  const hall = await createHall(database.admin);
  const engine = new LockEngine(database.db);
  const session = newSession();
  const seat = (i: number) => ({ zoneId: hall.numbered, seatId: hall.seatIds[i] as number });
  const ask = (claim: ReturnType<typeof claimOf>) =>
    engine.claim(hall.tenantId, hall.eventId, claim);
  const { lockIds } = await ask(claimOf([seat(0)], session));
  await database.admin`UPDATE cart_item_locks SET expires_at = clock_timestamp() + interval '1500 ms'
    WHERE tenant_id = ${hall.tenantId}`;
  meanwhile = async () => {
    await deadlinesPass(database.admin, hall);
    await cleanupExpiredLocks(database.db);
  };
  const swapped = await ask({ ...claimOf([seat(5)], session), swap: lockIds });
  expect(swapped.released.map(({ id }) => id)).toEqual(lockIds);
  const rows = await database.admin<{ status: string }[]>`
    SELECT status FROM cart_item_locks WHERE id = ${lockIds[0] as string}`;
  expect(rows).toEqual([{ status: 'released' }]);
});
