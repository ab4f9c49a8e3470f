import type { LiveChanges } from '@/lib/live/schema';

/** More than this are read with the next question. */
const takeMax = 2_000;

/** What was told to have changed, and is not read yet. Each is kept once, however often it is told. */
export class Unread {
  readonly locks = new Set<string>();
  readonly seats = new Set<number>();

  get empty(): boolean {
    return this.locks.size === 0 && this.seats.size === 0;
  }

  /** @param onSeat the lock that is known to hold a seat: it may have ended. */
  hear({ seats, units }: LiveChanges, onSeat: (seatId: number) => string | undefined): void {
    for (const [seatId] of seats) {
      this.seats.add(seatId);
      const held = onSeat(seatId);
      if (held) this.locks.add(held);
    }
    for (const [, lockId] of units) this.locks.add(lockId);
  }

  take(): { locks: string[]; seats: number[] } {
    return { locks: taken(this.locks), seats: taken(this.seats) };
  }

  /** The question failed: it is to be asked again. */
  putBack({ locks, seats }: { locks: string[]; seats: number[] }): void {
    for (const id of locks) this.locks.add(id);
    for (const id of seats) this.seats.add(id);
  }
}

function taken<T>(from: Set<T>): T[] {
  const some = [...from].slice(0, takeMax);
  for (const each of some) from.delete(each);
  return some;
}
