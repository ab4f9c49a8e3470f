import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { LockEngine } from './engine';
import { extendLocks, releaseLocks } from './service';
import { buyerOf, claimOf, newSession, outcomeOf } from './testing/buyers';

let database: TestDatabase;
let engine: LockEngine;

beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());

const address = (letter: string) => letter.repeat(22);
const from = (addressHash: string) => ({ device: null, addressHash });

async function cool(hall: Hall, kind: string, source: string, seconds = 60) {
  const id = randomUUID();
  await database.admin`
    INSERT INTO cool_downs (tenant_id, id, source_kind, source, until, reason, started_by)
    VALUES (${hall.tenantId}, ${id}, ${kind}, ${source},
      clock_timestamp() + ${seconds} * interval '1 second', 'prueba', 'Rosa')`;
  return id;
}
const claim = (hall: Hall, at: number, more: object = {}) =>
  outcomeOf(engine, hall, {
    ...claimOf([{ zoneId: hall.numbered, seatId: hall.seatIds[at] as number }]),
    ...more,
  });
const refused = expect.objectContaining({ code: 'cooling_down' });

describe('a source that is cooling down', () => {
  test('locks nothing, by whichever of session, account and network it is known', async () => {
    const hall = await createHall(database.admin);
    const [sessionKey, userId] = [newSession(), randomUUID()];
    await cool(hall, 'session', sessionKey);
    await cool(hall, 'account', userId);
    await cool(hall, 'address', address('x'));
    expect(await claim(hall, 0, { sessionKey })).toEqual(refused);
    expect(await claim(hall, 0, { userId })).toEqual(refused);
    expect(await claim(hall, 0, { client: from(address('x')) })).toEqual(refused);
    expect(await claim(hall, 0, { isNew: true, client: from(address('x')) })).toEqual(refused);
    expect(await claim(hall, 0, { client: from(address('y')) })).not.toBeInstanceOf(DomainError);
  });

  test('is told until when, and how many seconds that is', async () => {
    const hall = await createHall(database.admin);
    const sessionKey = newSession();
    await cool(hall, 'session', sessionKey, 30);
    await cool(hall, 'session', sessionKey, 90);
    const { details } = (await claim(hall, 0, { sessionKey })) as DomainError;
    expect(details.retryAfterSeconds).toBeGreaterThan(85);
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(90);
    expect(Date.parse(details.until as string)).toBeGreaterThan(Date.now() + 80_000);
  });

  test('does not get the best seats chosen for it, nor others for its own, and keeps what it has', async () => {
    const hall = await createHall(database.admin);
    const sessionKey = newSession();
    const own = await claim(hall, 0, { sessionKey });
    if (own instanceof DomainError) throw own;
    await cool(hall, 'session', sessionKey);
    expect(await claim(hall, 1, { sessionKey, swap: own.lockIds })).toEqual(refused);
    expect(await claim(hall, 1, { sessionKey, items: [], wish: { quantity: 2 } })).toEqual(refused);
    const ctx = buyerOf(database.db, hall, sessionKey);
    expect((await extendLocks(ctx, {})).extended).toHaveLength(1);
    expect((await releaseLocks(ctx, {})).released).toEqual(own.lockIds);
  });

  test('fails alone: the others of its batch have their seats', async () => {
    const hall = await createHall(database.admin);
    const sessionKey = newSession();
    await cool(hall, 'session', sessionKey);
    const outcomes = await Promise.all([
      claim(hall, 0),
      claim(hall, 1, { sessionKey }),
      claim(hall, 2),
    ]);
    expect(outcomes.map((each) => each instanceof DomainError)).toEqual([false, true, false]);
  });

  test('is cool at its own house only, and until the time is over or it is lifted', async () => {
    const [hall, other] = [await createHall(database.admin), await createHall(database.admin)];
    const sessionKey = newSession();
    const id = await cool(hall, 'session', sessionKey);
    expect(await claim(other, 0, { sessionKey })).not.toBeInstanceOf(DomainError);
    await database.admin`UPDATE cool_downs SET until = clock_timestamp() WHERE id = ${id}`;
    expect(await claim(hall, 0, { sessionKey })).not.toBeInstanceOf(DomainError);
  });
});
