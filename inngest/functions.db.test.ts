import { InngestTestEngine } from '@inngest/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type PaidOrder, paidOrder } from '@/db/testing/paid-order';
import type { JobDeps } from '@/lib/jobs/handler';
import { inngest } from './client';
import { inngestFunctions } from './functions';

let base: TestDatabase;
let order: PaidOrder;
const deps = {
  db: {} as JobDeps['db'],
  sendMail: vi.fn<JobDeps['sendMail']>(),
  refundPayment: vi.fn<JobDeps['refundPayment']>(),
  cleanupExpiredLocks: vi.fn<JobDeps['cleanupExpiredLocks']>(),
  forgetOldKeys: vi.fn<JobDeps['forgetOldKeys']>(),
  countClosedHours: vi.fn<JobDeps['countClosedHours']>(),
  moveOldLocks: vi.fn<JobDeps['moveOldLocks']>(),
  forgetViewers: vi.fn<JobDeps['forgetViewers']>(),
  publicUrl: 'https://butaca.example',
} satisfies JobDeps;

const functions = inngestFunctions(() => deps, { cleanupMinutes: 5 });
const engine = (id: string, event?: { name: string; data: object }) =>
  new InngestTestEngine({
    function: functions.find((fn) => fn.id() === id)!,
    ...(event ? { events: [{ id: '0198-event', ...event }] } : {}),
  });

beforeAll(async () => {
  base = await testDatabase();
  deps.db = base.db;
});
afterAll(() => base.drop());
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  deps.sendMail.mockReset().mockImplementation(async ({ messageId }) => ({ messageId }));
  deps.refundPayment.mockReset();
  deps.cleanupExpiredLocks.mockReset();
  order = await paidOrder(base.admin);
});

const paid = () => ({
  name: 'order/paid',
  data: { tenantId: order.tenantId, orderId: order.orderId },
});

describe('cleanup-expired-locks', () => {
  it('cleans up in one step and says how many', async () => {
    deps.cleanupExpiredLocks.mockResolvedValue({ expired: 3, released: 1 });
    const { result, ctx } = await engine('cleanup-expired-locks').execute();
    expect(result).toEqual({ expired: 3, released: 1 });
    expect(ctx.step.run).toHaveBeenCalledWith('cleanup', expect.any(Function));
    expect(deps.cleanupExpiredLocks).toHaveBeenCalledExactlyOnceWith(base.db);
  });

  it('fails when the database does, and is left to its next turn', async () => {
    deps.cleanupExpiredLocks.mockRejectedValue(new Error('no database'));
    const { error } = await engine('cleanup-expired-locks').execute();
    expect(error).toMatchObject({ message: 'no database' });
  });
});

describe('forget-old-keys', () => {
  it('forgets in one step and says how many', async () => {
    deps.forgetOldKeys.mockReset().mockResolvedValue(7);
    const { result } = await engine('forget-old-keys').execute();
    expect(result).toEqual({ forgotten: 7 });
    expect(deps.forgetOldKeys).toHaveBeenCalledExactlyOnceWith(base.db);
  });
});

describe('count-closed-hours', () => {
  it('counts in one step and says how much', async () => {
    deps.countClosedHours.mockReset().mockResolvedValue(3);
    const { result } = await engine('count-closed-hours').execute();
    expect(result).toEqual({ slices: 3 });
    expect(deps.countClosedHours).toHaveBeenCalledExactlyOnceWith(base.db);
  });

  it('fails when a tenant could not be counted, and is left to its next turn', async () => {
    deps.countClosedHours.mockReset().mockRejectedValue(new Error('not every tenant'));
    const { error } = await engine('count-closed-hours').execute();
    expect(error).toMatchObject({ message: 'not every tenant' });
  });
});

describe('keep-history', () => {
  it('moves old locks and forgets viewers, each in a step of its own', async () => {
    deps.moveOldLocks.mockReset().mockResolvedValue(2_000);
    deps.forgetViewers.mockReset().mockResolvedValue(7);
    const { result } = await engine('keep-history').execute();
    expect(result).toEqual({ moved: 2_000, forgotten: 7 });
    expect(deps.moveOldLocks).toHaveBeenCalledExactlyOnceWith(base.db);
    expect(deps.forgetViewers).toHaveBeenCalledExactlyOnceWith(base.db);
  });

  it('forgets viewers though locks cannot be moved, and says that it failed', async () => {
    deps.moveOldLocks.mockReset().mockRejectedValue(new Error('not every tenant'));
    deps.forgetViewers.mockReset().mockResolvedValue(7);
    const { error } = await engine('keep-history').execute();
    expect(error).toMatchObject({ message: 'not every tenant' });
    expect(deps.forgetViewers).toHaveBeenCalledExactlyOnceWith(base.db);
  });
});

describe('drain-outbox', () => {
  it('sends what is due, each under its id', async () => {
    const id = '01980000-0000-7000-8000-000000000009';
    await base.admin`INSERT INTO outbox (tenant_id, id, name, data)
      VALUES (${order.tenantId}, ${id}, 'order/paid', ${base.admin.json(paid().data)})`;
    const send = vi.spyOn(inngest, 'send').mockResolvedValue({ ids: [id] });
    const { result } = await engine('drain-outbox').execute();
    expect(result).toEqual({ sent: 1, failed: 0 });
    expect(send).toHaveBeenCalledExactlyOnceWith({ id, ...paid() });
  });

  it('keeps what Inngest did not take', async () => {
    const id = '01980000-0000-7000-8000-000000000010';
    await base.admin`INSERT INTO outbox (tenant_id, id, name, data)
      VALUES (${order.tenantId}, ${id}, 'order/paid', ${base.admin.json(paid().data)})`;
    vi.spyOn(inngest, 'send').mockRejectedValue(new Error('Inngest is away'));
    const { result } = await engine('drain-outbox').execute();
    expect(result).toEqual({ sent: 0, failed: 1 });
    const [row] = await base.admin`SELECT sent_at, last_error FROM outbox WHERE id = ${id}`;
    expect(row).toMatchObject({ sent_at: null, last_error: 'Error: Inngest is away' });
  });
});

describe('fulfil-order', () => {
  it('loads, sends and marks, each in a step of its own', async () => {
    const { result, ctx } = await engine('fulfil-order', paid()).execute();
    expect(result).toEqual({ orderId: order.orderId, sent: true });
    const steps = vi.mocked(ctx.step.run).mock.calls.map(([id]) => id);
    expect([...new Set(steps)]).toEqual(['load-order', 'send-confirmation', 'mark-confirmed']);
    expect(deps.sendMail).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ messageId: '<0198-event.confirmation@butaca.example>' }),
    );
  });

  it('retried after the mail goes on from its memory, without another', async () => {
    const { result } = await engine('fulfil-order', paid()).execute({
      steps: [
        { id: 'load-order', handler: () => ({ due: true }) },
        { id: 'send-confirmation', handler: () => ({ messageId: '<sent>' }) },
      ],
    });
    expect(result).toEqual({ orderId: order.orderId, sent: true });
    expect(deps.sendMail).not.toHaveBeenCalled();
    const [row] = await base.admin`SELECT confirmed_at FROM orders WHERE id = ${order.orderId}`;
    expect(row!.confirmed_at).toBeInstanceOf(Date);
  });

  it('whose mail fails leaves the order unconfirmed', async () => {
    deps.sendMail.mockRejectedValue(new Error('no mail server'));
    const { error } = await engine('fulfil-order', paid()).execute();
    expect(error).toMatchObject({ message: 'no mail server' });
    const [row] = await base.admin`SELECT confirmed_at FROM orders WHERE id = ${order.orderId}`;
    expect(row!.confirmed_at).toBeNull();
  });

  it('given something else refuses it', async () => {
    const { error } = await engine('fulfil-order', { name: 'order/paid', data: {} }).execute();
    expect(error).toMatchObject({ message: expect.stringContaining('not a paid order') });
  });
});

describe('refund-payment', () => {
  const paymentId = '01980000-0000-7000-8000-00000000000a';
  const event = () => ({
    name: 'payment/refund.requested',
    data: { tenantId: order.tenantId, paymentId },
  });

  it('asks the payments for it once', async () => {
    const { result } = await engine('refund-payment', event()).execute();
    expect(result).toEqual({ paymentId });
    expect(deps.refundPayment).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ tenantId: order.tenantId }),
      paymentId,
    );
  });

  it('fails when the provider does, to be tried again', async () => {
    deps.refundPayment.mockRejectedValue(new Error('provider away'));
    const { error } = await engine('refund-payment', event()).execute();
    expect(error).toMatchObject({ message: 'provider away' });
  });
});

describe('invite-member', () => {
  const invitationId = '01980000-0000-7000-8000-00000000000b';
  const event = () => ({
    name: 'team/invited',
    data: { tenantId: order.tenantId, invitationId },
  });

  it('writes in one step to whoever is invited', async () => {
    await base.admin`
      INSERT INTO invitations (tenant_id, id, email, role, locale, expires_at)
      VALUES (${order.tenantId}, ${invitationId}, 'luis@example.org', 'scanner', 'en',
        now() + interval '7 days')`;
    const { result, ctx } = await engine('invite-member', event()).execute();
    expect(result).toEqual({ invitationId, sent: true });
    expect(ctx.step.run).toHaveBeenCalledWith('send-invitation', expect.any(Function));
    expect(deps.sendMail).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ messageId: '<0198-event.invitation@butaca.example>' }),
    );
  });

  it('writes to nobody for an invitation that is not there', async () => {
    const { result } = await engine('invite-member', event()).execute();
    expect(result).toEqual({ invitationId, sent: false });
    expect(deps.sendMail).not.toHaveBeenCalled();
  });
});
