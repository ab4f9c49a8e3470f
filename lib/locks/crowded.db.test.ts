import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { ownMemory } from '@/lib/live/queries';
import type { Wish } from './claim';
import { LockEngine } from './engine';
import { claimOf, newSession, outcomeOf } from './testing/buyers';
import { processOf } from './testing/process';

/** How often seats were asked for whose rows somebody might hold. */
const asked = vi.hoisted(() => ({ count: 0 }));
vi.mock('./guard', async (original) => {
  const guard = await original<typeof import('./guard')>();
  return {
    ...guard,
    guardFreeSeats: async (...args: Parameters<typeof guard.guardFreeSeats>) => {
      const held = await guard.guardFreeSeats(...args);
      asked.count += 1;
      return held;
    },
  };
});

let database: TestDatabase;
let connection: Connection;
let here: ReturnType<typeof processOf>;

beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { max: 6 });
  here = processOf(connection);
});
afterAll(async () => {
  here.forget();
  await connection.sql.end();
  await database.drop();
});

const wishFor = (quantity: number): Wish => ({ quantity, accessible: 0 });
const best = (hall: Hall, quantity: number, by = here.engine, session = newSession()) =>
  outcomeOf(by, hall, { ...claimOf([], session), wish: wishFor(quantity) });
describe('the last seats of a hall', () => {
  test('are waited for while somebody holds their rows, who may leave them', async () => {
    const hall = await createHall(database.admin, { seats: 2 });
    let answer: Promise<unknown> | undefined;
    await database.admin.begin(async (sql) => {
      await sql`SELECT id FROM seats WHERE tenant_id = ${hall.tenantId} FOR NO KEY UPDATE`;
      const before = asked.count;
      answer = best(hall, 2);
      await expect.poll(() => asked.count).toBeGreaterThan(before);
    });
    expect(await answer).not.toBeInstanceOf(DomainError);
  });

  test('are not waited for without end', async () => {
    const hall = await createHall(database.admin, { seats: 2 });
    await database.admin.begin(async (sql) => {
      await sql`SELECT id FROM seats WHERE tenant_id = ${hall.tenantId} FOR NO KEY UPDATE`;
      expect(await best(hall, 2)).toMatchObject({ code: 'not_enough_seats' });
    });
  });

  test('are not lost to who is refused: another of the batch gets what was meant for him', async () => {
    const hall = await createHall(database.admin, { seats: 3 });
    const memory = ownMemory(connection);
    const known = await memory.seats(hall.tenantId, hall.eventId);
    memory.close();
    const states = known.states.slice();
    const deaf = new LockEngine(database.db, undefined, undefined, async () => ({
      ...known,
      states,
    }));
    const taken = { zoneId: hall.numbered, seatId: hall.seatIds[0] as number };
    expect(await outcomeOf(here.engine, hall, claimOf([taken]))).not.toBeInstanceOf(DomainError);
    const [three, one] = await Promise.all([best(hall, 3, deaf), best(hall, 1, deaf)]);
    expect(three).toMatchObject({ code: 'not_enough_seats', details: { available: 2 } });
    expect(one).not.toBeInstanceOf(DomainError);
  });
});
