import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { seatingOf } from './queries';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** The tenant's context on a client that counts its transactions. */
function counted({ tenantId }: Hall) {
  const readings = { count: 0 };
  const db = new Proxy(database.db, {
    get(target, name, receiver) {
      if (name === 'transaction') readings.count += 1;
      return Reflect.get(target, name, receiver);
    },
  }) as Db;
  const ctx: Context = { db, tenantId, actor: { kind: 'system' } };
  return { ctx, readings };
}

const many = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, ask));
const newMap = (hall: Hall) =>
  database.admin`UPDATE events SET map_version = map_version + 1 WHERE id = ${hall.eventId}`;

describe('the rows of a hall', () => {
  test('are read once, however many ask at the same time', async () => {
    const hall = await createHall(database.admin);
    const { ctx, readings } = counted(hall);
    const all = await many(() => seatingOf(ctx, hall.eventId));
    expect([new Set(all).size, readings.count]).toEqual([1, 1]);
    expect(all[0]?.size).toBe(40);
  });

  test('are read anew once when all find out at the same time that the map is another', async () => {
    const hall = await createHall(database.admin);
    const { ctx, readings } = counted(hall);
    await seatingOf(ctx, hall.eventId);
    await newMap(hall);
    const all = await many(() => seatingOf(ctx, hall.eventId, 2));
    expect([new Set(all).size, readings.count]).toEqual([1, 2]);
    expect(all[0]?.mapVersion).toBe(2);
  });

  test('are not read again for who still believes in an older map', async () => {
    const hall = await createHall(database.admin);
    await newMap(hall);
    const { ctx, readings } = counted(hall);
    for (let i = 0; i < 3; i++) {
      expect((await seatingOf(ctx, hall.eventId, 1))?.mapVersion).toBe(2);
    }
    expect(readings.count).toBe(1);
  });

  test('that could not be read are asked for anew, and another tenant has none of them', async () => {
    const hall = await createHall(database.admin);
    const other = await createHall(database.admin);
    const { ctx } = counted(hall);
    const broken = { ...ctx, db: { transaction: () => Promise.reject(new Error('away')) } };
    await expect(seatingOf(broken as never, hall.eventId)).rejects.toThrow('away');
    expect((await seatingOf(ctx, hall.eventId))?.size).toBe(40);
    expect(await seatingOf(counted(other).ctx, hall.eventId)).toBeNull();
  });
});
