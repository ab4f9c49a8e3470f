import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { LockEngine } from './engine';
import { claimOf, outcomeOf } from './testing/buyers';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A client whose first transactions do their work and then fail with `code`, rolled back. */
function failing(code: string, times: number): { db: Db; attempts: () => number } {
  let attempts = 0;
  const transaction = (work: (tx: never) => Promise<unknown>) =>
    database.db.transaction(async (tx) => {
      const result = await work(tx as never);
      if (++attempts > times) return result;
      throw Object.assign(new Error(code), { code });
    });
  const db = Object.create(database.db, { transaction: { value: transaction } }) as Db;
  return { db, attempts: () => attempts };
}

function claims(engine: LockEngine, hall: Hall) {
  const seat = (n: number) => ({ zoneId: hall.numbered, seatId: hall.seatIds[n] as number });
  // The first goes alone; the others, rivals for one seat among them, as one batch.
  const wanted = [seat(0), seat(1), seat(1), seat(2)];
  return Promise.all(wanted.map((item) => outcomeOf(engine, hall, claimOf([item]))));
}

describe.each(['40001', '40P01', '55P03'])('a batch that fails with %s', (code) => {
  test('is written again, and every caller gets the answer of its own', async () => {
    const hall = await createHall(database.admin);
    const { db } = failing(code, 2);
    const [first, second, rival, third] = await claims(new LockEngine(db), hall);
    for (const outcome of [first, second, third]) {
      expect(outcome).toMatchObject({ inserted: [{ quantity: 1 }] });
    }
    expect(rival).toMatchObject({ code: 'items_unavailable' });
  });

  test('again and again is given up: unavailable, and nothing was written', async () => {
    const hall = await createHall(database.admin);
    const { db, attempts } = failing(code, 100);
    for (const outcome of await claims(new LockEngine(db), hall)) {
      expect(outcome).toMatchObject({ code: 'unavailable' });
    }
    expect(attempts() % 4).toBe(0);
    const rows = await database.admin`
      SELECT FROM cart_item_locks WHERE tenant_id = ${hall.tenantId}`;
    expect(rows).toHaveLength(0);
  });
});
