import type { LockItem, ReleaseInput } from '../schema';

/** The engine as a person would explain it: a list of locks and a clock. Times in ms. */
export type ModelLock = {
  session: number;
  seatId: number | null;
  quantity: number;
  lockedAt: number;
  deadline: number;
  /** The deadline to return to, while abandoned. */
  former: number | null;
  extensions: number;
  paymentWindow: number;
  status: 'active' | 'expired' | 'released' | 'converted';
};

export type Terms = {
  seatIds: number[];
  numbered: number;
  general: number;
  capacity: number;
  limit: number;
  duration: number;
  maxExtensions: number;
  grace: number;
  paymentWindow: number;
};

export class Model {
  now = 0;
  locks: ModelLock[] = [];
  soldSeats = new Set<number>();
  soldPlaces = 0;

  constructor(readonly terms: Terms) {}

  live(session?: number): ModelLock[] {
    return this.locks.filter(
      (lock) =>
        lock.status === 'active' &&
        lock.deadline > this.now &&
        (session === undefined || lock.session === session),
    );
  }

  units(session: number): number {
    return sum(this.live(session));
  }

  placesLeft(): number {
    const held = sum(this.live().filter((lock) => lock.seatId === null));
    return Math.max(this.terms.capacity - this.soldPlaces - held, 0);
  }

  seatsLeft(): number {
    const held = this.live().filter((lock) => lock.seatId !== null).length;
    return this.terms.seatIds.length - this.soldSeats.size - held;
  }

  /** Time passes; what ran out is nobody's from then on. */
  jump(ms: number): void {
    this.now += ms;
  }

  /** @returns how many items are held afterwards, or the code that the whole was refused with. */
  lock(session: number, items: LockItem[], mode: 'all' | 'any'): number | string {
    this.resume(session);
    const taken: ModelLock[] = [];
    let held = 0;
    let unavailable = 0;
    let overLimit = 0;
    for (const item of items) {
      const quantity = 'quantity' in item ? item.quantity : 1;
      if ('seatId' in item && this.isMine(session, item.seatId, taken)) held++;
      else if (!this.isFree(item, taken)) unavailable++;
      else if (this.units(session) + sum(taken) + quantity > this.terms.limit) overLimit++;
      else taken.push(this.newLock(session, item, quantity));
    }
    const partly = mode === 'any' && held + taken.length > 0;
    if (!partly && unavailable > 0) return 'items_unavailable';
    if (!partly && overLimit > 0) return 'lock_limit_reached';
    this.locks.push(...taken);
    return held + taken.length;
  }

  /**
   * Gives the session's first `count` seats up for others, whose times they go on with.
   * @returns how many seats it then holds instead, or the code; null when it has not so many.
   */
  swap(session: number, count: number, seatIds: number[]): number | string | null {
    this.resume(session);
    const given = this.seatsOf(session).slice(0, count);
    if (given.length < count) return null;
    const kept = given.filter((lock) => seatIds.includes(lock.seatId as number));
    const wanted = seatIds.filter((id) => !kept.some((lock) => lock.seatId === id));
    if (!wanted.every((seatId) => this.isFree({ zoneId: this.terms.numbered, seatId }, []))) {
      return 'items_unavailable';
    }
    const leaving = given.filter((lock) => !kept.includes(lock));
    for (const [i, lock] of leaving.entries()) {
      this.locks.push({ ...lock, seatId: wanted[i] as number });
      lock.status = 'released';
    }
    this.locks.sort((a, b) => a.lockedAt - b.lockedAt);
    return count;
  }

  seatsOf(session: number): ModelLock[] {
    return this.live(session).filter((lock) => lock.seatId !== null);
  }

  /** @returns how many were extended, or the code. */
  extend(session: number, ms: number | null): number | string {
    const live = this.live(session);
    if (live.length === 0) return 'no_live_locks';
    const { duration, maxExtensions } = this.terms;
    let extended = 0;
    for (const lock of live) {
      if (lock.extensions >= maxExtensions) continue;
      const from = lock.former ?? lock.deadline;
      const last = lock.lockedAt + duration * (1 + maxExtensions);
      const wanted = Math.min(this.now + (ms ?? duration), last);
      if (wanted > from) lock.extensions++;
      lock.deadline = Math.max(from, wanted);
      lock.former = null;
      extended++;
    }
    return extended;
  }

  /** @returns units given back. */
  release(session: number, input: ReleaseInput): number {
    if (!('items' in input)) {
      const live = this.live(session);
      for (const lock of live) lock.status = 'released';
      return sum(live);
    }
    let given = 0;
    for (const item of input.items) {
      let wanted = 'seatId' in item ? 1 : item.quantity;
      for (const lock of this.live(session).reverse()) {
        const fits = 'seatId' in item ? lock.seatId === item.seatId : lock.seatId === null;
        const units = fits ? Math.min(wanted, lock.quantity) : 0;
        wanted -= units;
        given += units;
        if (units === lock.quantity) lock.status = 'released';
        else lock.quantity -= units;
      }
    }
    return given;
  }

  abandon(session: number): void {
    for (const lock of this.live(session)) {
      if (lock.former !== null) continue;
      lock.former = lock.deadline;
      lock.deadline = Math.min(lock.deadline, this.now + this.terms.grace);
    }
  }

  resume(session: number): void {
    for (const lock of this.live(session)) {
      lock.deadline = lock.former ?? lock.deadline;
      lock.former = null;
    }
  }

  /** Opens an order for all that the session holds, lets `pause` pass, and pays. */
  buy(session: number, pause: number): 'paid' | 'refunded' | 'no_live_locks' {
    const lines = this.live(session);
    if (lines.length === 0) return 'no_live_locks';
    for (const lock of lines) {
      const from = lock.former ?? lock.deadline;
      lock.former = null;
      lock.deadline =
        lock.paymentWindow > 0 ? from : Math.max(from, this.now + this.terms.paymentWindow);
      lock.paymentWindow = this.terms.paymentWindow;
    }
    this.jump(pause);
    // Nobody else moved meanwhile: what ended is still free, and is taken again.
    for (const lock of lines) {
      lock.status = 'converted';
      if (lock.seatId === null) this.soldPlaces += lock.quantity;
      else this.soldSeats.add(lock.seatId);
    }
    return 'paid';
  }

  private isMine(session: number, seatId: number, taken: ModelLock[]): boolean {
    return [...this.live(session), ...taken].some((lock) => lock.seatId === seatId);
  }

  private isFree(item: LockItem, taken: ModelLock[]): boolean {
    if ('quantity' in item) {
      const here = sum(taken.filter((lock) => lock.seatId === null));
      return item.quantity <= this.placesLeft() - here;
    }
    return (
      !this.soldSeats.has(item.seatId) && !this.live().some((lock) => lock.seatId === item.seatId)
    );
  }

  private newLock(session: number, item: LockItem, quantity: number): ModelLock {
    return {
      session,
      seatId: 'seatId' in item ? item.seatId : null,
      quantity,
      lockedAt: this.now,
      deadline: this.now + this.terms.duration,
      former: null,
      extensions: 0,
      paymentWindow: 0,
      status: 'active',
    };
  }
}

const sum = (locks: { quantity: number }[]) =>
  locks.reduce((total, lock) => total + lock.quantity, 0);
