import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '@/lib/outbox/schema';
import { JobStage } from '../testing/stage';

const stage = new JobStage();

/** The database refuses to mark the order confirmed, as it would when it goes away at that moment. */
async function whileConfirmingFails(work: () => Promise<unknown>) {
  await stage.base.admin.unsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION refuse()`);
  try {
    await work();
  } finally {
    await stage.base.admin.unsafe('DROP TRIGGER refuse ON orders; DROP FUNCTION refuse()');
  }
}

describe('a paid order', () => {
  it('is confirmed by one mail with its tickets, and marked', async () => {
    const id = await stage.put();
    expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
    expect(stage.sent).toHaveLength(1);
    const [mail] = stage.sent;
    expect(mail!.to.address).toBe(stage.order.email);
    expect(mail!.messageId).toBe(`<${id}.confirmation@butaca.example>`);
    for (const code of stage.order.codes) expect(mail!.html).toContain(code);
    expect(await stage.confirmedAt()).toBeInstanceOf(Date);
  });

  it('is not written to again when a step after the mail fails and is tried again', async () => {
    await stage.put();
    await whileConfirmingFails(async () => {
      expect(await stage.drain()).toEqual({ sent: 0, failed: 1 });
    });
    expect(await stage.confirmedAt()).toBeNull();
    await stage.retryNow();
    expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
    expect(stage.sent).toHaveLength(1);
    expect(await stage.confirmedAt()).toBeInstanceOf(Date);
  });

  it('control: a step without memory would write twice', async () => {
    await stage.put();
    await whileConfirmingFails(() => stage.drain());
    await stage.base.admin`DELETE FROM job_steps`;
    await stage.retryNow();
    await stage.drain();
    expect(stage.sent).toHaveLength(2);
  });

  it('is written to when the mail server is back', async () => {
    await stage.put();
    const { sendMail } = stage.deps;
    stage.deps.sendMail = async () => {
      throw new Error('no mail server');
    };
    await stage.drain();
    expect(await stage.confirmedAt()).toBeNull();
    stage.deps.sendMail = sendMail;
    await stage.retryNow();
    await stage.drain();
    expect(stage.sent).toHaveLength(1);
  });

  it('is not written to twice when it is told twice', async () => {
    await stage.put();
    await stage.drain();
    await stage.put();
    await stage.drain();
    expect(stage.sent).toHaveLength(1);
  });

  it('that was refunded before its turn is not confirmed', async () => {
    await stage.base.admin`
      UPDATE orders SET status = 'refunded' WHERE id = ${stage.order.orderId}`;
    await stage.put();
    expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
    expect(stage.sent).toEqual([]);
  });

  it('that does not exist is set aside', async () => {
    await stage.put(stage.paid(randomUUID()));
    await stage.drain();
    const [row] = await stage.base.admin`
      SELECT last_error, next_attempt_at = 'infinity' AS aside FROM outbox`;
    expect(row).toMatchObject({ aside: true });
    expect(row!.last_error).toMatch(/^PermanentFailure: order .* is not there$/);
  });

  it('leaves no name and no address in what is stored of its steps', async () => {
    await stage.put();
    await stage.drain();
    const stored = JSON.stringify(await stage.base.admin`SELECT step, result FROM job_steps`);
    expect(stored).toContain('send-confirmation');
    expect(stored).not.toContain(stage.order.email);
    expect(stored).not.toContain('Ana');
  });
});

describe('a refund', () => {
  it('is asked of the payments once, and again only if that failed', async () => {
    const paymentId = randomUUID();
    const { tenantId } = stage.order;
    const refund = vi.mocked(stage.deps.refundPayment);
    refund.mockRejectedValueOnce(new Error('provider away'));
    await stage.put({ name: 'payment/refund.requested', data: { tenantId, paymentId } });
    await stage.drain();
    await stage.retryNow();
    await stage.drain();
    await stage.drain();
    expect(refund.mock.calls.map(([, id]) => id)).toEqual([paymentId, paymentId]);
    expect(refund.mock.calls[0]![0]).toMatchObject({ tenantId });
  });
});

describe('an event that no job knows', () => {
  it.each(['order/unheard.of', 'toString'])('such as %s is set aside', async (name) => {
    await stage.put({ ...stage.paid(), name } as unknown as NewEvent);
    await stage.drain();
    const [row] = await stage.base.admin`SELECT last_error FROM outbox`;
    expect(row!.last_error).toBe(`PermanentFailure: no job for ${name}`);
  });
});
