import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { theatre } from '@/db/testing/paid-order';
import { type Context, inTenant } from '@/lib/context';
import { type DrainLimits, drainLimits } from './policy';
import { type NewEvent, type OutboxEvent, PermanentFailure } from './schema';
import { drainOutbox, enqueue } from './service';

let base: TestDatabase;
let ctx: Context;
const patient: DrainLimits = { ...drainLimits, delayFirstMs: 60_000, delayMaxMs: 60_000 };

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await base.admin`TRUNCATE outbox CASCADE`;
  ctx = { db: base.db, tenantId: await theatre(base.admin), actor: { kind: 'system' } };
});
afterEach(() => vi.restoreAllMocks());

const paid = (tenantId = ctx.tenantId): NewEvent => ({
  name: 'order/paid',
  data: { tenantId, orderId: randomUUID() },
});
const put = (event = paid(), of = ctx) => inTenant(of, (inside) => enqueue(inside, event));
const due = () => base.admin`UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL`;
const row = async (id: string) => (await base.admin`SELECT * FROM outbox WHERE id = ${id}`)[0]!;

function collector() {
  const got: OutboxEvent[] = [];
  return {
    got,
    deliver: async (event: OutboxEvent) => {
      got.push(event);
    },
  };
}

describe('the outbox', () => {
  it('delivers what a transaction enqueued, under the id that it was given, once', async () => {
    const event = paid();
    const id = await put(event);
    const { got, deliver } = collector();
    expect(await drainOutbox(base.db, deliver)).toEqual({ sent: 1, failed: 0 });
    expect(got).toEqual([{ id, tenantId: ctx.tenantId, ...event }]);
    expect(await drainOutbox(base.db, deliver)).toEqual({ sent: 0, failed: 0 });
    expect((await row(id)).sent_at).toBeInstanceOf(Date);
  });

  it('sends nothing of a transaction that rolled back', async () => {
    const rolledBack = inTenant(ctx, async (inside) => {
      await enqueue(inside, paid());
      throw new Error('no sale');
    });
    await expect(rolledBack).rejects.toThrow('no sale');
    const { got, deliver } = collector();
    await drainOutbox(base.db, deliver);
    expect(got).toEqual([]);
  });

  it('refuses an event written outside its tenant', async () => {
    await expect(enqueue(ctx, paid())).rejects.toThrow();
  });

  it('drained by four at once, delivers each event once', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => put()));
    const { got, deliver } = collector();
    const drained = await Promise.all(
      Array.from({ length: 4 }, () => drainOutbox(base.db, deliver)),
    );
    expect(got.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(drained.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
  });

  it.each([
    ['delivers an event once', drainLimits.leaseMs, 1],
    ['control: without the lease of a claim, delivers it twice', 0, 2],
  ])('with a second drain during the first, %s', async (_, leaseMs, times) => {
    await put();
    const { got, deliver } = collector();
    await drainOutbox(
      base.db,
      async (event) => {
        await deliver(event);
        await drainOutbox(base.db, deliver, { ...drainLimits, leaseMs });
      },
      { ...drainLimits, leaseMs },
    );
    expect(got).toHaveLength(times);
  });

  it('goes on past one tenant’s backlog to the next tenant', async () => {
    const other = { ...ctx, tenantId: await theatre(base.admin) };
    for (let n = 0; n < 10; n += 1) await put();
    const last = await put(paid(other.tenantId), other);
    const { got, deliver } = collector();
    await drainOutbox(base.db, deliver, { ...drainLimits, batchMax: 2, roundsMax: 2 });
    expect(got).toHaveLength(5);
    expect(got.at(-1)!.id).toBe(last);
  });

  it('tries a failed delivery again, later, and says why it failed without the address', async () => {
    const id = await put();
    const failing = async () => {
      throw new Error('550 ana@example.com');
    };
    expect(await drainOutbox(base.db, failing, patient)).toEqual({ sent: 0, failed: 1 });
    const failed = await row(id);
    expect(failed).toMatchObject({ attempts: 1, sent_at: null });
    expect(failed.last_error).toMatch(/^Error: 550 …@…$/);
    expect(+failed.next_attempt_at).toBeGreaterThan(Date.now() + 30_000);

    const { got, deliver } = collector();
    await drainOutbox(base.db, deliver, patient);
    expect(got).toEqual([]);
    await due();
    await drainOutbox(base.db, deliver, patient);
    expect(got.map((event) => event.id)).toEqual([id]);
    expect(await row(id)).toMatchObject({ attempts: 2, last_error: null });
  });

  it('sets aside what no retry will mend, and what has failed too often', async () => {
    const [hopeless, worn] = [await put(), await put()];
    await drainOutbox(
      base.db,
      async ({ id }) => {
        throw id === hopeless ? new PermanentFailure('makes no sense') : new Error('again');
      },
      { ...patient, attemptsMax: 1 },
    );
    const aside = await base.admin`
      SELECT id FROM outbox WHERE next_attempt_at = 'infinity' ORDER BY id`;
    expect(aside.map(({ id }) => id)).toEqual([hopeless, worn].sort());
    const { got, deliver } = collector();
    await drainOutbox(base.db, deliver);
    expect(got).toEqual([]);
  });

  it('takes an event up again when its deliverer died with the claim', async () => {
    const id = await put();
    void drainOutbox(base.db, () => new Promise(() => {}));
    await vi.waitFor(async () => expect((await row(id)).attempts).toBe(1));
    const { got, deliver } = collector();
    await drainOutbox(base.db, deliver);
    expect(got, 'while the claim holds').toEqual([]);
    await due();
    await drainOutbox(base.db, deliver);
    expect(got.map((event) => event.id)).toEqual([id]);
  });

  it('lets a deliverer whose claim has passed to another change nothing', async () => {
    const id = await put();
    let fail = (_: Error) => {};
    const slow = drainOutbox(
      base.db,
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
      patient,
    );
    await vi.waitFor(async () => expect((await row(id)).attempts).toBe(1));
    await due();
    const { deliver } = collector();
    await drainOutbox(base.db, deliver);
    const sent = await row(id);
    fail(new Error('too late'));
    await slow;
    expect(await row(id)).toEqual(sent);
  });
});
