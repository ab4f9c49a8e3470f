import { seatState } from '@/lib/events/seat-codes';
import { unpackStates } from './snapshot';

/** What a buyer sees of one seat: its state, and what this session is doing with it. */
export const seatLook = {
  free: 0,
  held: 1,
  sold: 2,
  blocked: 3,
  /** This session's live lock. */
  mine: 4,
  /** Chosen a moment ago: the answer is on its way. */
  choosing: 5,
  /** Given back a moment ago: the answer is on its way. */
  returning: 6,
} as const;
export type SeatLook = (typeof seatLook)[keyof typeof seatLook];

/** Steps of a scale, 0 to 5: one a seat, and how large each is drawn, as part of a free seat. */
export type SeatScale = { steps: Uint8Array; sizes: readonly number[] };

/** Told with the indices of the seats that changed, or null when every seat may have. */
export type SeatListener = (changed: Int32Array | null) => void;

const MINE = 1;
const PENDING = 2;

/**
 * The seats' states as this browser knows them, outside of React: the live stream writes, the map
 * and the list listen. A seat is spoken of by its id outside, by its index in the geometry inside.
 */
export class SeatStore {
  /** One of `seatState` a seat, in geometry order. */
  readonly states: Uint8Array;
  /** Ids of the seats this session holds. Written through `setMine` only. */
  readonly mine = new Set<number>();
  /** Ids of the seats whose click is on its way. Written through `setPending` only. */
  readonly pending = new Set<number>();
  /** Ids of the seats that the buyer waits for. Written through `setWatched` only. */
  readonly watched = new Set<number>();
  /** Indices of those that a click would take together. Written through `setPreview` only. */
  preview: readonly number[] = [];
  /** Stands in for the zones' price tiers where seats are told apart by something else. */
  scale: SeatScale | null = null;
  private readonly ids: Int32Array;
  private readonly marks: Uint8Array;
  private readonly listeners = new Set<SeatListener>();

  /** @param ids the geometry's seat ids, ascending */
  constructor(ids: ArrayLike<number>) {
    this.ids = ids instanceof Int32Array ? ids : Int32Array.from(ids);
    this.states = new Uint8Array(ids.length);
    this.marks = new Uint8Array(ids.length);
  }

  get size(): number {
    return this.ids.length;
  }

  idAt(index: number): number {
    return this.ids[index]!;
  }

  /** The seat's place in the geometry, or -1 for a seat of another map. */
  indexOf(seatId: number): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const id = this.ids[middle]!;
      if (id === seatId) return middle;
      if (id < seatId) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** What to draw for the seat at an index. */
  lookAt(index: number): SeatLook {
    const mark = this.marks[index]!;
    if (mark === MINE) return seatLook.mine;
    if (mark === PENDING) return seatLook.choosing;
    if (mark === (MINE | PENDING)) return seatLook.returning;
    return this.states[index] as SeatLook;
  }

  /** Whether a click may choose the seat (only while on sale), or give it back. */
  canToggle(index: number, onSale: boolean): boolean {
    return this.marks[index] !== 0 || (onSale && this.states[index] === seatState.free);
  }

  /** Replaces every state. See `unpackStates` for the form. */
  loadSnapshot(base64: string): void {
    unpackStates(base64, this.states);
    this.tell(null);
  }

  /** Applies `[seatId, state]` pairs of the live stream. Seats of another map are passed over. */
  applyDelta(seats: readonly (readonly [number, number])[]): void {
    const changed: number[] = [];
    for (const [seatId, state] of seats) {
      const index = this.indexOf(seatId);
      if (index < 0 || this.states[index] === state) continue;
      this.states[index] = state;
      changed.push(index);
    }
    if (changed.length > 0) this.tell(Int32Array.from(changed));
  }

  /** Replaces the set of this session's seats. */
  setMine(ids: Iterable<number>): void {
    const next = new Set(ids);
    const changed: number[] = [];
    for (const id of this.mine) if (!next.has(id)) this.mark(id, MINE, false, changed);
    for (const id of next) if (!this.mine.has(id)) this.mark(id, MINE, true, changed);
    this.mine.clear();
    for (const id of next) this.mine.add(id);
    if (changed.length > 0) this.tell(Int32Array.from(changed));
  }

  /** Says that a click on the seat is on its way, or has been answered. */
  setPending(seatId: number, pending: boolean): void {
    if (this.pending.has(seatId) === pending) return;
    if (pending) this.pending.add(seatId);
    else this.pending.delete(seatId);
    const changed: number[] = [];
    this.mark(seatId, PENDING, pending, changed);
    if (changed.length > 0) this.tell(Int32Array.from(changed));
  }

  /** Replaces the set of the seats that the buyer waits for. */
  setWatched(ids: Iterable<number>): void {
    const next = new Set(ids);
    const changed = [...this.watched, ...next].map((id) => this.indexOf(id)).filter((i) => i >= 0);
    this.watched.clear();
    for (const id of next) this.watched.add(id);
    if (changed.length > 0) this.tell(Int32Array.from(changed));
  }

  /** Replaces those that a click would take together. */
  setPreview(seats: readonly number[]): void {
    const changed = Int32Array.from([...this.preview, ...seats]);
    this.preview = seats;
    if (changed.length > 0) this.tell(changed);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: SeatListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private mark(seatId: number, bit: number, on: boolean, changed: number[]): void {
    const index = this.indexOf(seatId);
    if (index < 0) return;
    this.marks[index] = on ? this.marks[index]! | bit : this.marks[index]! & ~bit;
    changed.push(index);
  }

  protected tell(changed: Int32Array | null): void {
    for (const listener of [...this.listeners]) listener(changed);
  }
}
