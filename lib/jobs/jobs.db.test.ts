import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type PaidOrder, paidOrder } from '@/db/testing/paid-order';
import { type Context, inTenant } from '@/lib/context';
import type { Mail } from '@/lib/mail/schema';
import type { NewEvent } from '@/lib/outbox/schema';
import { drainOutbox, enqueue, pumpOutbox } from '@/lib/outbox/service';
import { runEvent } from './dispatch';
import type { JobDeps, Step } from './handler';
import { fulfilOrder } from './handlers/fulfil-order';
import { type Runner, startRunner } from './runner';
import { storedSteps } from './steps';

let base: TestDatabase;
let order: PaidOrder;
let ctx: Context;
let deps: JobDeps;
let sent: Mail[];

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await base.admin`TRUNCATE outbox CASCADE`;
  order = await paidOrder(base.admin);
  ctx = { db: base.db, tenantId: order.tenantId, actor: { kind: 'system' } };
  sent = [];
  deps = {
    db: base.db,
    sendMail: async (mail) => {
      sent.push(mail);
      return { messageId: mail.messageId };
    },
    refundPayment: vi.fn(async () => {}),
    cleanupExpiredLocks: vi.fn(async () => ({ expired: 0, released: 0 })),
    publicUrl: 'https://butaca.example',
  };
});
afterEach(() => vi.restoreAllMocks());

const patience = { timeout: 15_000, interval: 50 };
const put = (event: NewEvent) => inTenant(ctx, (inside) => enqueue(inside, event));
const paid = (): NewEvent => ({
  name: 'order/paid',
  data: { tenantId: order.tenantId, orderId: order.orderId },
});
const retryNow = () => base.admin`UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL`;
const drain = () => drainOutbox(base.db, (event) => runEvent(event, deps));
const confirmedAt = async () =>
  (await base.admin`SELECT confirmed_at FROM orders WHERE id = ${order.orderId}`)[0]!.confirmed_at;

/** The database refuses to mark the order confirmed, as it would when it goes away at that moment. */
async function whileConfirmingFails(work: () => Promise<unknown>) {
  await base.admin.unsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION refuse()`);
  try {
    await work();
  } finally {
    await base.admin.unsafe('DROP TRIGGER refuse ON orders; DROP FUNCTION refuse()');
  }
}

describe('a paid order', () => {
  it('is confirmed by one mail with its tickets, and marked', async () => {
    const id = await put(paid());
    expect(await drain()).toEqual({ sent: 1, failed: 0 });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: { address: order.email },
      messageId: `<${id}.confirmation@butaca.example>`,
    });
    for (const code of order.codes) expect(sent[0]!.html).toContain(code);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('is not written to again when a step after the mail fails and is tried again', async () => {
    await put(paid());
    await whileConfirmingFails(async () => {
      expect(await drain()).toEqual({ sent: 0, failed: 1 });
    });
    expect(await confirmedAt()).toBeNull();
    await retryNow();
    expect(await drain()).toEqual({ sent: 1, failed: 0 });
    expect(sent).toHaveLength(1);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('control: a step without memory would write twice', async () => {
    await put(paid());
    await whileConfirmingFails(drain);
    await base.admin`DELETE FROM job_steps`;
    await retryNow();
    await drain();
    expect(sent).toHaveLength(2);
  });

  it('is written to when the mail server is back', async () => {
    await put(paid());
    const { sendMail } = deps;
    deps.sendMail = async () => {
      throw new Error('no mail server');
    };
    await drain();
    expect(await confirmedAt()).toBeNull();
    deps.sendMail = sendMail;
    await retryNow();
    await drain();
    expect(sent).toHaveLength(1);
  });

  it('is not written to twice when it is told twice', async () => {
    await put(paid());
    await drain();
    await put(paid());
    await drain();
    expect(sent).toHaveLength(1);
  });

  it('that was refunded before its turn is not confirmed', async () => {
    await base.admin`UPDATE orders SET status = 'refunded' WHERE id = ${order.orderId}`;
    await put(paid());
    expect(await drain()).toEqual({ sent: 1, failed: 0 });
    expect(sent).toEqual([]);
  });

  it('that does not exist is set aside', async () => {
    await put({ name: 'order/paid', data: { tenantId: order.tenantId, orderId: randomUUID() } });
    await drain();
    const [row] =
      await base.admin`SELECT last_error, next_attempt_at = 'infinity' AS aside FROM outbox`;
    expect(row).toMatchObject({ aside: true });
    expect(row!.last_error).toMatch(/^PermanentFailure: order .* is not there$/);
  });

  it('leaves no name and no address in what is stored of its steps', async () => {
    await put(paid());
    await drain();
    const stored = JSON.stringify(await base.admin`SELECT step, result FROM job_steps`);
    expect(stored).toContain('send-confirmation');
    expect(stored).not.toContain(order.email);
    expect(stored).not.toContain('Ana');
  });
});

describe('a refund', () => {
  it('is asked of the payments once, and again only if that failed', async () => {
    const paymentId = randomUUID();
    const refund = vi.mocked(deps.refundPayment).mockRejectedValueOnce(new Error('provider away'));
    await put({ name: 'payment/refund.requested', data: { tenantId: order.tenantId, paymentId } });
    await drain();
    await retryNow();
    await drain();
    await drain();
    expect(refund.mock.calls.map(([, id]) => id)).toEqual([paymentId, paymentId]);
    expect(refund.mock.calls[0]![0]).toMatchObject({ tenantId: order.tenantId });
  });
});

describe('a stored step', () => {
  it('keeps its first result and does its work once', async () => {
    const eventId = await put(paid());
    const work = vi.fn(async () => ({ n: 1 }));
    const afterRestart = () => storedSteps(ctx, eventId).run('count', work);
    expect(await afterRestart()).toEqual({ n: 1 });
    expect(await afterRestart()).toEqual({ n: 1 });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('finished by two at once gives both the same result', async () => {
    const eventId = await put(paid());
    const second = () => storedSteps(ctx, eventId).run('count', async () => ({ by: 'second' }));
    const first = await storedSteps(ctx, eventId).run('count', async () => {
      await second();
      return { by: 'first' };
    });
    expect(first).toEqual({ by: 'second' });
  });

  it('keeps nothing of work that failed, and tells null from nothing', async () => {
    const step = storedSteps(ctx, await put(paid()));
    const work = vi.fn(async () => null).mockRejectedValueOnce(new Error('no'));
    await expect(step.run('try', work)).rejects.toThrow('no');
    expect(await step.run('try', work)).toBeNull();
    expect(await step.run('try', work)).toBeNull();
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe('the embedded runner', () => {
  const runners: Runner[] = [];
  const start = (cleanupMinutes = 60) => runners.push(startRunner(deps, cleanupMinutes));
  afterEach(() => Promise.all(runners.splice(0).map((runner) => runner.stop())));

  it('takes up what a dead process left in the middle, and repeats no finished step', async () => {
    const id = await put(paid());
    void drainOutbox(base.db, async (event) => {
      const { run } = storedSteps(ctx, event.id);
      const dies: Step = {
        run: (step, work) => (step === 'mark-confirmed' ? new Promise(() => {}) : run(step, work)),
      };
      await fulfilOrder({ event, step: dies, deps });
    });
    await vi.waitFor(async () => {
      const steps = await base.admin`SELECT step FROM job_steps WHERE event_id = ${id}`;
      expect(steps).toHaveLength(2);
    });
    await retryNow();
    start();
    await vi.waitFor(async () => expect(await confirmedAt()).toBeInstanceOf(Date), patience);
    expect(sent).toHaveLength(1);
  });

  it('cleans up at once and then at its interval, of seconds if need be, whatever fails', async () => {
    const cleanup = vi.mocked(deps.cleanupExpiredLocks);
    cleanup.mockRejectedValueOnce(new Error('no database'));
    start(1 / 60);
    await vi.waitFor(() => expect(cleanup.mock.calls.length).toBeGreaterThan(2), patience);
  });

  it('once stopped starts nothing more', async () => {
    start(1 / 60);
    const cleanup = vi.mocked(deps.cleanupExpiredLocks);
    await vi.waitFor(() => expect(cleanup).toHaveBeenCalled(), patience);
    await runners.pop()!.stop();
    await put(paid());
    await pumpOutbox(base.db);
    expect(sent).toEqual([]);
  });
});
