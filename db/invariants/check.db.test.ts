import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../seed/demo';
import { type TestDatabase, testDatabase } from '../testing/database';
import { breakages, lockOn, paidOrder, standing, voidTicket } from './breakages';
import { BlindLoginError, checkInvariants, findViolations } from './check';
import { historyBreakages, moveAll } from './history-breakages';
import type { Violation } from './invariant';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo(database.admin);
}, 60_000);
afterAll(() => database.drop());

class Undo extends Error {}

/** What the checker finds after `statements`, which are then undone. */
async function foundAfter(statements: string): Promise<Violation[]> {
  let found: Violation[] = [];
  const attempt = database.admin.begin(async (tx) => {
    await tx.unsafe(statements);
    found = await findViolations(tx, { maxLocksPerSession: 50 });
    throw new Undo();
  });
  await expect(attempt).rejects.toThrow(Undo);
  return found;
}

describe('the checker of what always holds', () => {
  test('finds nothing in the demo', async () => {
    expect(await checkInvariants(database.admin)).toEqual([]);
  });

  test('finds nothing when every ended lock lies in the history', async () => {
    expect(await foundAfter(moveAll)).toEqual([]);
  });

  test.each([...breakages, ...historyBreakages])(
    'names %s when there is %s',
    async (invariant, _what, row, statements) => {
      const found = await foundAfter(statements);
      expect(new Set(found.map((violation) => violation.invariant))).toEqual(new Set([invariant]));
      for (const violation of found) expect(violation.row).toMatch(row);
    },
  );

  test('has no complaint about a ticket taken back once the refund is started', async () => {
    const refund = `UPDATE payments SET status = 'refund_started' WHERE order_id = (${paidOrder});`;
    expect(await foundAfter(voidTicket + refund)).toEqual([]);
  });

  test('goes by a tenant’s own limit before the given one', async () => {
    const generous = `UPDATE tenant_settings SET max_locks_per_session = 60;`;
    const holding = (quantity: number) => lockOn(standing('capacity = 5000'), { quantity });
    expect(await foundAfter(generous + holding(60))).toEqual([]);
    expect(await foundAfter(generous + holding(61))).toMatchObject([
      { invariant: 'session-limit', why: '61 live units where 60 are allowed' },
    ]);
  });

  test('refuses to judge with a login that row-level security blinds', async () => {
    await expect(checkInvariants(database.sql)).rejects.toThrow(BlindLoginError);
  });
});
