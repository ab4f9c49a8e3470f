import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { LockEngine } from './engine';
import { claimOf, outcomeOf } from './testing/buyers';
import { someoneWaits } from './testing/waiting';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const seat = (hall: Hall, n: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[n] as number,
});

/** A hall whose first seat another transaction holds: a batch that asks for it stands still. */
async function stalledHall(limits: { batchMax: number; queueMax: number }) {
  const hall = await createHall(database.admin);
  const engine = new LockEngine(database.db, limits);
  const holder = await database.admin.reserve();
  await holder`BEGIN`;
  await holder`SELECT FROM seats WHERE tenant_id = ${hall.tenantId} AND id = ${hall.seatIds[0] as number} FOR UPDATE`;
  const first = outcomeOf(engine, hall, claimOf([seat(hall, 0)]));
  await someoneWaits(database.admin);
  return {
    hall,
    engine,
    first,
    async letGo() {
      await holder`COMMIT`;
      holder.release();
    },
  };
}

describe('while a batch stands still', () => {
  test('the queue fills; the one too many is told at once; then all get their answers', async () => {
    const { hall, engine, first, letGo } = await stalledHall({ batchMax: 2, queueMax: 3 });
    let firstAnswered = false;
    void first.then(() => {
      firstAnswered = true;
    });
    const waiting = [1, 2, 3].map((n) => outcomeOf(engine, hall, claimOf([seat(hall, n)])));
    expect(engine.depth).toBe(3);
    const overfull = await outcomeOf(engine, hall, claimOf([seat(hall, 4)]));
    expect(overfull).toMatchObject({ code: 'overloaded' });
    expect(firstAnswered).toBe(false);
    await letGo();
    for (const outcome of await Promise.all([first, ...waiting])) {
      expect(outcome).toMatchObject({ inserted: [{ quantity: 1 }] });
    }
    expect(engine.depth).toBe(0);
  });

  test('a caller that hangs up before its turn takes nothing', async () => {
    const { hall, engine, first, letGo } = await stalledHall({ batchMax: 256, queueMax: 5 });
    const caller = new AbortController();
    const claim = claimOf([seat(hall, 1)]);
    const dropped = engine.claim(hall.tenantId, hall.eventId, claim, caller.signal);
    const rival = outcomeOf(engine, hall, claimOf([seat(hall, 1)]));
    caller.abort();
    await letGo();
    await expect(dropped).rejects.toThrow('aborted');
    expect(await rival).toMatchObject({ inserted: [{ seatId: hall.seatIds[1] }] });
    expect(await first).toMatchObject({ inserted: [{ seatId: hall.seatIds[0] }] });
    expect(await checkInvariants(database.admin)).toEqual([]);
  });

  test('another event is sold as ever', async () => {
    const { engine, first, letGo } = await stalledHall({ batchMax: 256, queueMax: 5 });
    const other = await createHall(database.admin);
    const outcome = await outcomeOf(engine, other, claimOf([seat(other, 0)]));
    expect(outcome).toMatchObject({ inserted: [{ seatId: other.seatIds[0] }] });
    await letGo();
    await first;
  });
});
