import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { theatre } from '@/db/testing/paid-order';
import { type Context, inTenant } from '@/lib/context';
import { connection } from '@/lib/database';
import type { OutboxEvent } from './schema';
import { enqueue, pokeOutbox, pumpOutbox, setDeliverer } from './service';

let base: TestDatabase;
let ctx: Context;
let got: OutboxEvent[];
const deliver = async (event: OutboxEvent) => {
  got.push(event);
};

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  ctx = { db: base.db, tenantId: await theatre(base.admin), actor: { kind: 'system' } };
  got = [];
});
afterEach(() => setDeliverer(null));

const put = () =>
  inTenant(ctx, (inside) =>
    enqueue(inside, {
      name: 'order/paid',
      data: { tenantId: ctx.tenantId, orderId: randomUUID() },
    }),
  );

describe('the pump', () => {
  it('drains one at a time, and once more for what came in the meantime', async () => {
    let inside = 0;
    let sideBySide = 0;
    let meantime: Promise<void> | undefined;
    await put();
    setDeliverer(async (event) => {
      inside += 1;
      sideBySide = Math.max(sideBySide, inside);
      if (!meantime) {
        await put();
        meantime = pumpOutbox(base.db);
      }
      await deliver(event);
      inside -= 1;
    });
    await pumpOutbox(base.db);
    await meantime;
    expect(got).toHaveLength(2);
    expect(sideBySide).toBe(1);
  });

  it('poked, drains by itself, without waiting for a schedule', async () => {
    vi.stubEnv('DATABASE_URL', base.url);
    vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
    setDeliverer(deliver);
    await put();
    pokeOutbox();
    pokeOutbox();
    await vi.waitFor(() => expect(got).toHaveLength(1));
    await connection().sql.end({ timeout: 1 });
    vi.unstubAllEnvs();
  });

  it('does nothing in a process that has nowhere to deliver to', async () => {
    const id = await put();
    await pumpOutbox(base.db);
    const [row] = await base.admin`SELECT attempts FROM outbox WHERE id = ${id}`;
    expect(row!.attempts).toBe(0);
  });
});
