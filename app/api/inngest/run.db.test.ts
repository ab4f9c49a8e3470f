import { describe, expect, it, vi } from 'vitest';
import { advance, newRun, toTheEnd } from '@/inngest/testing/run';
import { app, Stage, signing } from './testing/endpoint';

const stage = new Stage();
vi.mock('@/lib/jobs/deps', () => ({ jobDeps: () => stage.deps() }));
stage.setUp();

const confirmedAt = async () =>
  (await stage.base.admin`SELECT confirmed_at FROM orders WHERE id = ${stage.order.orderId}`)[0]!
    .confirmed_at;

describe('a run', () => {
  it('takes one step a request and ends with the order confirmed by one mail', async () => {
    const { POST } = await app();
    const run = await toTheEnd(stage.fulfilment(), POST, signing);
    expect(run).toMatchObject({
      status: 'completed',
      output: { orderId: stage.order.orderId, sent: true },
      errors: [],
    });
    expect(Object.keys(run.steps)).toHaveLength(3);
    expect(stage.sent.map(({ messageId }) => messageId)).toEqual([
      '<01980000-0000-7000-8000-000000000001.confirmation@butaca.example>',
    ]);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('retries a step that failed, and only that one', async () => {
    stage.sendMail.mockRejectedValueOnce(new Error('no mail server'));
    const { POST } = await app();
    const run = await toTheEnd(stage.fulfilment(), POST, signing);
    expect(run).toMatchObject({ status: 'completed', errors: ['no mail server'] });
    expect(stage.sent).toHaveLength(1);
  });

  it('goes on in a new process where the old one stopped, without a second mail', async () => {
    const run = stage.fulfilment();
    const before = await app();
    await advance(run, before.POST, signing);
    await advance(run, before.POST, signing);
    expect(stage.sent).toHaveLength(1);
    expect(await confirmedAt()).toBeNull();
    const after = await app();
    expect(after.POST).not.toBe(before.POST);
    await toTheEnd(run, after.POST, signing);
    expect(run.status).toBe('completed');
    expect(stage.sent).toHaveLength(1);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('of an order that is not there fails for good', async () => {
    const { POST } = await app();
    const event = { ...stage.paid(), data: { ...stage.paid().data, orderId: crypto.randomUUID() } };
    const run = await toTheEnd(newRun('butaca-fulfil-order', event), POST, signing, 20);
    expect(run.status).toBe('failed');
    expect(run.errors).toHaveLength(1);
  });

  it('of the cleanup does it', async () => {
    const { POST } = await app();
    const tick = { id: '1', name: 'inngest/scheduled.timer', data: { cron: '*/7 * * * *' } };
    const run = await toTheEnd(newRun('butaca-cleanup-expired-locks', tick), POST, signing);
    expect(run).toMatchObject({ status: 'completed', output: { expired: 2, released: 1 } });
  });

  it('of the drain sends each event to Inngest under its own id', async () => {
    await stage.base.admin`
      INSERT INTO outbox (tenant_id, id, name, data)
      VALUES (${stage.order.tenantId}, ${stage.paid().id}, 'order/paid', ${stage.base.admin.json(stage.paid().data)})`;
    const { POST } = await app();
    const tick = { id: '2', name: 'inngest/scheduled.timer', data: { cron: '* * * * *' } };
    const run = await toTheEnd(newRun('butaca-drain-outbox', tick), POST, signing);
    expect(run).toMatchObject({ status: 'completed', output: { sent: 1, failed: 0 } });
    expect(stage.server.sent).toHaveLength(1);
    expect(stage.server.sent[0]).toMatchObject({ key: 'event-key', events: [stage.paid()] });
  });
});
