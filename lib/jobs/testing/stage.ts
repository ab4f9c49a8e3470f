import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type PaidOrder, paidOrder } from '@/db/testing/paid-order';
import { type Context, inTenant } from '@/lib/context';
import type { Mail } from '@/lib/mail/schema';
import type { NewEvent } from '@/lib/outbox/schema';
import { drainOutbox, enqueue } from '@/lib/outbox/service';
import { runEvent } from '../dispatch';
import type { JobDeps } from '../handler';

/** A database with one paid order, and a world that writes down what jobs do to it. */
export class JobStage {
  base!: TestDatabase;
  order!: PaidOrder;
  ctx!: Context;
  deps!: JobDeps;
  sent: Mail[] = [];

  /** To be called once in a test file, outside its tests. */
  constructor() {
    beforeAll(async () => {
      this.base = await testDatabase();
    });
    afterAll(() => this.base.drop());
    beforeEach(() => this.reset());
    afterEach(() => vi.restoreAllMocks());
  }

  private async reset(): Promise<void> {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await this.base.admin`TRUNCATE outbox CASCADE`;
    this.order = await paidOrder(this.base.admin);
    this.ctx = { db: this.base.db, tenantId: this.order.tenantId, actor: { kind: 'system' } };
    this.sent = [];
    this.deps = {
      db: this.base.db,
      sendMail: async (mail) => {
        this.sent.push(mail);
        return { messageId: mail.messageId };
      },
      refundPayment: vi.fn(async () => {}),
      cleanupExpiredLocks: vi.fn(async () => ({ expired: 0, released: 0 })),
      forgetOldKeys: vi.fn(async () => 0),
      countClosedHours: vi.fn(async () => 0),
      moveOldLocks: vi.fn(async () => 0),
      forgetViewers: vi.fn(async () => 0),
      publicUrl: 'https://butaca.example',
    };
  }

  paid(orderId = this.order.orderId): NewEvent {
    return { name: 'order/paid', data: { tenantId: this.order.tenantId, orderId } };
  }

  put(event: NewEvent = this.paid()): Promise<string> {
    return inTenant(this.ctx, (inside) => enqueue(inside, event));
  }

  drain() {
    return drainOutbox(this.base.db, (event) => runEvent(event, this.deps));
  }

  /** Makes every event that waits for its next attempt due. */
  async retryNow(): Promise<void> {
    await this.base.admin`UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL`;
  }

  async confirmedAt(): Promise<Date | null> {
    const [row] = await this.base.admin`
      SELECT confirmed_at FROM orders WHERE id = ${this.order.orderId}`;
    return row!.confirmed_at;
  }
}
