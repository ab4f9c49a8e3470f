import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { takePaymentEvent } from '@/lib/orders/service';
import { someoneWaits } from './testing/waiting';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const seller = fileURLToPath(new URL('testing/seller.ts', import.meta.url));

/** The app, in the middle of a sale. */
function sell(hall: Hall): ChildProcess {
  const sale = { url: database.url, hall };
  return spawn(process.execPath, ['--import', 'tsx', seller], {
    env: { ...process.env, SALE: JSON.stringify(sale) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function kill(app: ChildProcess): Promise<void> {
  app.kill('SIGKILL');
  await once(app, 'close');
}

/** Waits until the database has rolled back what the killed app had under way. */
async function rolledBack(): Promise<void> {
  await expect
    .poll(
      () => database.admin`
        SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'butaca'
          AND xact_start IS NOT NULL`,
      { interval: 10, timeout: 5_000 },
    )
    .toHaveLength(0);
}

const orders = (hall: Hall) => database.admin<
  { id: string; status: string; total: number; tickets: number; wanted: number }[]
>`
  SELECT o.id, o.status, o.total_minor::float8 AS total,
    (SELECT count(*) FROM tickets t WHERE t.order_id = o.id)::int AS tickets,
    (SELECT sum(quantity) FROM order_locks l WHERE l.order_id = o.id)::int AS wanted
  FROM orders o WHERE o.tenant_id = ${hall.tenantId}`;

describe('the app killed with -9 in the middle of converting', () => {
  test('at any moment: every order is whole or not there, and what it said was sold is', async () => {
    for (let round = 0; round < 3; round++) {
      const hall = await createHall(database.admin, { seats: 400, capacity: 1_000 });
      const app = sell(hall);
      const sold: string[] = [];
      const killAfter = randomInt(1, 120);
      for await (const orderId of createInterface({ input: app.stdout! })) {
        sold.push(orderId);
        if (sold.length === killAfter) app.kill('SIGKILL');
      }
      await rolledBack();
      expect(sold.length).toBeGreaterThanOrEqual(killAfter);
      const all = await orders(hall);
      const paid = all.filter((order) => order.status === 'paid');
      for (const order of paid) expect(order.tickets).toBe(order.wanted);
      for (const order of all.filter((each) => each.status !== 'paid')) {
        expect(order).toMatchObject({ status: 'pending', tickets: 0 });
      }
      expect(paid.map((order) => order.id)).toEqual(expect.arrayContaining(sold));
      expect(await checkInvariants(database.admin)).toEqual([]);
    }
  }, 60_000);

  test.each(['payments', 'order_items', 'tickets', 'outbox'])(
    'as it writes the %s: nothing of the sale is there, and it is whole when told again',
    async (table) => {
      const hall = await createHall(database.admin, { seats: 1 });
      const blocker = await database.admin.reserve();
      await blocker`BEGIN`;
      await blocker`LOCK TABLE ${database.admin(table)} IN SHARE MODE`;
      const app = sell(hall);
      await someoneWaits(database.admin);
      await kill(app);
      await blocker`COMMIT`;
      blocker.release();
      await rolledBack();

      const [order] = await orders(hall);
      expect(order).toMatchObject({ status: 'pending', tickets: 0, wanted: 3 });
      const [seat] = await database.admin`
        SELECT status FROM seats WHERE tenant_id = ${hall.tenantId}`;
      expect(seat).toEqual({ status: 'available' });
      expect(await checkInvariants(database.admin)).toEqual([]);

      const ctx = { db: database.db, tenantId: hall.tenantId, actor: { kind: 'system' } } as const;
      const { id: orderId, total: amountMinor } = order!;
      const event = { orderId, outcome: 'captured', reference: orderId, amountMinor } as const;
      await takePaymentEvent(ctx, 'sandbox', event);
      expect(await orders(hall)).toMatchObject([{ status: 'paid', tickets: 3 }]);
      expect(await checkInvariants(database.admin)).toEqual([]);
    },
  );
});
