import type { TestDatabase } from '@/db/testing/database';
import type { Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { LockEngine } from '../engine';
import { lockStatus } from '../queries';
import type { LockItem, ReleaseInput } from '../schema';
import * as service from '../service';
import { buyerOf, claimOf, newSession } from './buyers';

/** The real engine on a real database, with the model's moves. */
export class Real {
  private readonly keys = new Map<number, string>();
  private readonly engine: LockEngine;

  constructor(
    private readonly database: TestDatabase,
    readonly hall: Hall,
  ) {
    this.engine = new LockEngine(database.db);
  }

  ctx(session: number) {
    const key = this.keys.get(session) ?? newSession();
    this.keys.set(session, key);
    return buyerOf(this.database.db, this.hall, key);
  }

  lock(session: number, items: LockItem[], mode: 'all' | 'any'): Promise<number | string> {
    const claim = claimOf(items, this.ctx(session).actor.sessionKey, mode);
    return orCode(async () => {
      const { lockIds } = await this.engine.claim(this.hall.tenantId, this.hall.eventId, claim);
      return lockIds.length;
    });
  }

  async swap(session: number, count: number, seatIds: number[]): Promise<number | string | null> {
    const { locks } = await this.status(session);
    const given = locks.filter((lock) => lock.seatId !== null).slice(0, count);
    if (given.length < count) return null;
    const items = seatIds.map((seatId) => ({ zoneId: this.hall.numbered, seatId }));
    const claim = {
      ...claimOf(items, this.ctx(session).actor.sessionKey),
      swap: given.map((lock) => lock.id),
    };
    return orCode(async () => {
      const { lockIds } = await this.engine.claim(this.hall.tenantId, this.hall.eventId, claim);
      return lockIds.length;
    });
  }

  extend(session: number, minutes: number | undefined): Promise<number | string> {
    return orCode(async () => {
      const { extended } = await service.extendLocks(this.ctx(session), { minutes });
      return extended.length;
    });
  }

  /** @returns units given back. */
  async release(session: number, input: ReleaseInput): Promise<number> {
    const { released } = await service.releaseLocks(this.ctx(session), input);
    const [row] = await this.database.admin<{ units: number }[]>`
      SELECT coalesce(sum(quantity), 0)::int AS units FROM cart_item_locks WHERE id = ANY(${released}::uuid[])`;
    return row?.units as number;
  }

  abandon(session: number): Promise<void> {
    return service.abandonLocks(this.ctx(session));
  }

  resume(session: number): Promise<void> {
    return service.resumeLocks(this.ctx(session));
  }

  async buy(session: number, pauseMs: number): Promise<string | number> {
    return orCode(async () => {
      const ctx = this.ctx(session);
      const order = await checkout(ctx, { email: 'a@example.org', name: 'Ana' });
      await this.jump(pauseMs);
      await takePaymentEvent(ctx, 'sandbox', {
        orderId: order.orderId,
        outcome: 'captured',
        reference: order.orderId,
        amountMinor: order.total.amount,
      });
      const [row] = await this.database
        .admin`SELECT status FROM orders WHERE id = ${order.orderId}`;
      return row?.status as string;
    });
  }

  async cleanup(): Promise<void> {
    await service.cleanupExpiredLocks(this.database.db);
  }

  /** The clock cannot be moved, so everything that still counts is moved back by as much. */
  async jump(ms: number): Promise<void> {
    await this.database.admin`
      UPDATE cart_item_locks SET locked_at = locked_at - ${ms} * interval '1 ms',
        expires_at = expires_at - ${ms} * interval '1 ms',
        former_expires_at = former_expires_at - ${ms} * interval '1 ms'
      WHERE status = 'active' AND tenant_id = ${this.hall.tenantId}`;
  }

  /** Live locks of a session as the owner sees them: to look must not resume them. */
  async live(session: number) {
    return await this.database.admin<
      {
        seatId: number | null;
        quantity: number;
        leftMs: number;
        extensions: number;
        abandoned: boolean;
      }[]
    >`
      SELECT seat_id AS "seatId", quantity, extensions, former_expires_at IS NOT NULL AS abandoned,
        (extract(epoch FROM expires_at - clock_timestamp()) * 1000)::float8 AS "leftMs"
      FROM cart_item_locks
      WHERE tenant_id = ${this.hall.tenantId} AND session_key = ${this.ctx(session).actor.sessionKey}
        AND status = 'active' AND expires_at > clock_timestamp()
      ORDER BY locked_at, id`;
  }

  status(session: number) {
    return lockStatus(this.ctx(session));
  }
}

async function orCode<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
