import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type PaidOrder, paidOrder } from '@/db/testing/paid-order';
import { newRun } from '@/inngest/testing/run';
import { inngestServer, signature } from '@/inngest/testing/server';
import type { JobDeps } from '@/lib/jobs/handler';
import type { Mail } from '@/lib/mail/schema';

export const signing = {
  origin: 'http://butaca.test',
  signingKey: `signkey-prod-${'0123abcd'.repeat(8)}`,
};

/** What the jobs of one test file reach, in place of the process's own. */
export class Stage {
  base!: TestDatabase;
  server!: Awaited<ReturnType<typeof inngestServer>>;
  order!: PaidOrder;
  readonly sent: Mail[] = [];
  readonly sendMail = vi.fn();

  readonly deps = (): JobDeps => ({
    db: this.base.db,
    sendMail: this.sendMail,
    refundPayment: vi.fn(),
    cleanupExpiredLocks: async () => ({ expired: 2, released: 1 }),
    forgetOldKeys: async () => 0,
    countClosedHours: async () => 0,
    moveOldLocks: async () => 0,
    forgetViewers: async () => 0,
    publicUrl: 'https://butaca.example',
  });

  readonly paid = () => ({
    id: '01980000-0000-7000-8000-000000000001',
    name: 'order/paid',
    data: { tenantId: this.order.tenantId, orderId: this.order.orderId },
  });

  readonly fulfilment = () => newRun('butaca-fulfil-order', this.paid());

  /** A paid order before each test; a database and an Inngest server for all of them. */
  setUp(): void {
    beforeAll(async () => {
      [this.base, this.server] = await Promise.all([testDatabase(), inngestServer()]);
      vi.stubEnv('DATABASE_URL', this.base.url);
      vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
      vi.stubEnv('CART_LOCK_CLEANUP_INTERVAL', '7.5');
      vi.stubEnv('INNGEST_BASE_URL', this.server.url);
      vi.stubEnv('INNGEST_EVENT_KEY', 'event-key');
      vi.stubEnv('INNGEST_SIGNING_KEY', signing.signingKey);
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await Promise.all([this.base.drop(), this.server.close()]);
    });
    beforeEach(async () => {
      for (const level of ['error', 'warn'] as const) {
        vi.spyOn(console, level).mockImplementation(() => {});
      }
      this.sent.length = 0;
      this.sendMail.mockReset().mockImplementation(async (mail: Mail) => {
        this.sent.push(mail);
        return { messageId: mail.messageId };
      });
      this.order = await paidOrder(this.base.admin);
    });
  }
}

/** The app as a process that has just started. */
export async function app() {
  vi.resetModules();
  delete (globalThis as { butaca?: unknown }).butaca;
  return import('../route');
}

export const call = (method: string, headers: Record<string, string> = {}, body?: unknown) =>
  new NextRequest(`${signing.origin}/api/inngest`, {
    method,
    headers: { host: 'butaca.test', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

export const signed = (body: unknown) => ({
  'x-inngest-signature': signature(signing.signingKey, body),
});
