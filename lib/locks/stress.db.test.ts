import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { processOf } from './testing/process';
import { type Process, Storm } from './testing/storm';

let database: TestDatabase;
let connections: Connection[];
let processes: Process[];

beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 3 }, () => connect(database.url, { max: 8 }));
  processes = connections.map(processOf);
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql }) => sql.end()));
  await database.drop();
});

/** Locks of a quarter of a second, so that deadlines pass all the time; everything is scarce. */
const settings = {
  cart_lock_duration: 0.004,
  payment_window: 0.004,
  max_extensions: 3,
  max_locks_per_session: 5,
};
const rounds = 6;
const roundMs = 1_000;
const workers = 24;

/** Deadlocks that this database has seen; its sessions tell at the latest when they end. */
async function deadlocks(): Promise<number> {
  await Promise.all(connections.map(({ sql }) => sql.end()));
  const [row] = await database.admin<{ deadlocks: number }[]>`
    SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`;
  return row?.deadlocks as number;
}

describe('many sessions doing everything at once, over three processes', () => {
  test('break no promise at any moment, meet no deadlock, and are told nothing unforeseen', async () => {
    const told = new Map<string, number>();
    for (let round = 0; round < rounds; round++) {
      // Whoever closes the tab is gone at once in one round, and may come back in the next.
      const rule = (['off', 'lenient', 'strict'] as const)[round % 3];
      const terms = { ...settings, abandon_grace_seconds: round % 2, orphan_rule: rule };
      const hall = await createHall(database.admin, { seats: 16, capacity: 24, settings: terms });
      const storm = new Storm(processes, hall, (n) => (n > 0 ? randomInt(n) : 0));
      const untilMs = performance.now() + roundMs;
      let blowing = true;
      const blown = Promise.all(
        Array.from({ length: workers }, () => storm.blow(() => performance.now() < untilMs)),
      ).finally(() => {
        blowing = false;
      });
      while (blowing) expect(await checkInvariants(database.admin)).toEqual([]);
      await blown;
      for (const [what, times] of storm.told) told.set(what, (told.get(what) ?? 0) + times);
    }
    expect(await checkInvariants(database.admin)).toEqual([]);
    expect(await deadlocks()).toBe(0);

    // The storm was one: everything happened, and every refusal that there is.
    const happened = [
      'lock',
      'best',
      'swap',
      'extend',
      'order',
      'pay',
      'decline',
      'sweep',
      'giveBack',
    ];
    const refused = [
      'items_unavailable',
      'lock_limit_reached',
      'no_live_locks',
      'not_enough_seats',
    ];
    expect([...told.keys()]).toEqual(expect.arrayContaining([...happened, ...refused]));
    const ends = await database.admin<{ how: string }[]>`
      SELECT DISTINCT coalesce(end_reason, status) AS how FROM cart_item_locks
      UNION SELECT DISTINCT status FROM payments`;
    const every = ['timeout', 'buyer', 'sale', 'tab_closed', 'captured', 'refund_started'];
    expect(ends.map(({ how }) => how)).toEqual(expect.arrayContaining(every));
  });
});
