import type { Db } from '@/db/client';
import type { Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import type { LockEngine } from '../engine';
import { lockStatus } from '../queries';
import type { LockItem } from '../schema';
import * as service from '../service';
import { buyerOf, claimOf, newSession } from './buyers';

export type Process = { db: Db; engine: LockEngine };

/** From 0 up to `n`, without it. */
export type Dice = (n: number) => number;

/** Codes that a buyer may be told when others are quicker, or time is. */
const expected = new Set([
  'items_unavailable',
  'lock_limit_reached',
  'no_live_locks',
  'locks_not_live',
  'not_enough_seats',
]);

/** What happens, and how often: enough is locked, and little enough sold, for all to meet. */
const weights = {
  lock: 10,
  best: 2,
  swap: 12,
  extend: 5,
  giveBack: 1,
  abandon: 1,
  resume: 3,
  look: 3,
  order: 3,
  pay: 1,
  decline: 1,
  sweep: 1,
};
type Deed = keyof typeof weights;
const often = Object.entries(weights).flatMap(([deed, n]) => Array<Deed>(n).fill(deed as Deed));

/** Many sessions that do everything at once to one hall, over several processes. */
export class Storm {
  /** How often each thing succeeded, or was refused with a code. */
  readonly told = new Map<string, number>();
  /** What buyers were told is theirs: locks, and orders that are paid for. */
  readonly promised = { lockIds: [] as string[], orderIds: [] as string[] };
  private readonly sessions = Array.from({ length: 12 }, newSession);
  private readonly orders: { orderId: string; amountMinor: number }[] = [];

  constructor(
    private readonly processes: Process[],
    private readonly hall: Hall,
    private readonly dice: Dice,
    /** What else a request may be told. */
    private readonly alsoExpected: string[] = [],
  ) {}

  /** Does one thing after another, as long as it is told to. */
  async blow(goOn: () => boolean): Promise<void> {
    while (goOn()) await this.step();
  }

  private async step(): Promise<void> {
    const name = this.pick(often) as Deed;
    try {
      const done = await this.deeds[name]();
      if (done !== false) this.count(name);
    } catch (error) {
      const code = error instanceof DomainError ? error.code : '';
      if (!expected.has(code) && !this.alsoExpected.includes(code)) {
        throw new Error(`${name} failed`, { cause: error });
      }
      this.count(code);
    }
  }

  private readonly deeds: Record<Deed, () => Promise<unknown>> = {
    lock: () => this.lock(),
    best: () => this.best(),
    swap: () => this.swap(),
    extend: () => service.extendLocks(this.buyer(), {}),
    giveBack: () => service.releaseLocks(this.buyer(), this.dice(3) ? { items: this.some() } : {}),
    abandon: () => service.abandonLocks(this.buyer()),
    resume: () => service.resumeLocks(this.buyer()),
    look: () => lockStatus(this.buyer()),
    order: async () => {
      const order = await checkout(this.buyer(), { email: 'ana@example.org', name: 'Ana' });
      this.orders.push({ orderId: order.orderId, amountMinor: order.total.amount });
    },
    pay: () => this.answer('captured'),
    decline: () => this.answer('declined'),
    sweep: () => service.cleanupExpiredLocks(this.process().db),
  };

  private async lock(): Promise<void> {
    const { sessionKey } = this.buyer().actor;
    const claim = claimOf(this.some(), sessionKey, this.dice(2) ? 'all' : 'any');
    const { tenantId, eventId } = this.hall;
    const { lockIds } = await this.process().engine.claim(tenantId, eventId, claim);
    this.promised.lockIds.push(...lockIds);
  }

  private async best(): Promise<void> {
    const { sessionKey } = this.buyer().actor;
    const wish = { quantity: 1 + this.dice(3), accessible: 0 };
    const { tenantId, eventId } = this.hall;
    const claim = { ...claimOf([], sessionKey), wish };
    const { lockIds } = await this.process().engine.claim(tenantId, eventId, claim);
    this.promised.lockIds.push(...lockIds);
  }

  /** Sometimes of locks that are over by then, or of a seat that is its own already. */
  private async swap(): Promise<boolean> {
    const buyer = this.buyer();
    const { locks } = await lockStatus(buyer);
    const given = locks.filter((lock) => lock.seatId !== null).slice(0, this.dice(3) ? 1 : 2);
    if (given.length === 0) return false;
    const seatIds = new Set(given.map(() => this.pick(this.hall.seatIds) as number));
    const items = [...seatIds].map((seatId) => ({ zoneId: this.hall.numbered, seatId }));
    const claim = {
      ...claimOf(items, buyer.actor.sessionKey),
      swap: given.slice(0, items.length).map((lock) => lock.id),
    };
    const { tenantId, eventId } = this.hall;
    const { lockIds } = await this.process().engine.claim(tenantId, eventId, claim);
    this.promised.lockIds.push(...lockIds);
    return true;
  }

  /** The same payment told once or twice; sometimes two payments of the same order. */
  private async answer(outcome: 'captured' | 'declined'): Promise<boolean> {
    const order = this.pick(this.orders);
    if (!order) return false;
    const reference = `${order.orderId}-${this.dice(4) ? 1 : 2}`;
    const tell = () => takePaymentEvent(this.buyer(), 'sandbox', { ...order, outcome, reference });
    await Promise.all(this.dice(3) ? [tell()] : [tell(), tell()]);
    if (outcome === 'captured') this.promised.orderIds.push(order.orderId);
    return true;
  }

  private some(): LockItem[] {
    return Array.from({ length: 1 + this.dice(3) }, () =>
      this.dice(3)
        ? { zoneId: this.hall.numbered, seatId: this.pick(this.hall.seatIds) as number }
        : { zoneId: this.hall.general, quantity: 1 + this.dice(2) },
    );
  }

  private buyer() {
    return buyerOf(this.process().db, this.hall, this.pick(this.sessions) as string);
  }

  private process(): Process {
    return this.pick(this.processes) as Process;
  }

  private pick<T>(from: T[]): T | undefined {
    return from[this.dice(from.length)];
  }

  private count(what: string): void {
    this.told.set(what, (this.told.get(what) ?? 0) + 1);
  }
}
