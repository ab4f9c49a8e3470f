import type { Availability, Delta, Returns } from '@/lib/events/schema';
import { type SeatState, seatState } from '@/lib/events/schema';
import { HeldUnits, type Units } from './held-units';
import { packStates } from './packed-states';
import { ReturnTimes } from './returns';
import { type LiveChanges, seatBlocked, seatFree, seatSold } from './schema';
import { SeatsByZone } from './seats-by-zone';
import type { Snapshot } from './snapshot';
import { ZoneLedger } from './zone-ledger';

/** An event's seats as they are right now; in the geometry's order, ascending id. */
export type LiveSeats = {
  mapVersion: number;
  ids: Int32Array;
  /** `seatState` of each. Not a copy: it goes on changing, and is not to be written to. */
  states: Uint8Array;
};

/** What one event's seats and places are right now, in memory, timed by each lock's own deadline. */
export class EventState {
  readonly mapVersion: number;
  version: number;
  private readonly ids: Int32Array;
  private readonly zoneOf: Int32Array;
  private readonly states: Uint8Array;
  /** Deadline of a locked seat; 0 of any other. */
  private readonly until: Float64Array;
  private readonly zones: ZoneLedger;
  private readonly units: HeldUnits;
  private readonly dirtySeats = new Set<number>();
  private readonly seatsByZone: SeatsByZone;
  private readonly returnTimes = new ReturnTimes();
  private nextDeadlineMs = Number.POSITIVE_INFINITY;
  private packed: { version: number; zones: Availability['zones']; seats: string } | null = null;

  constructor(snapshot: Snapshot) {
    this.mapVersion = snapshot.mapVersion;
    this.version = Math.floor(snapshot.nowMs);
    this.ids = Int32Array.from(snapshot.seatIds);
    this.zoneOf = Int32Array.from(snapshot.seatZones);
    this.states = new Uint8Array(this.ids.length);
    this.until = new Float64Array(this.ids.length);
    this.zones = new ZoneLedger(snapshot.zones);
    this.units = new HeldUnits(this.zones);
    this.seatsByZone = new SeatsByZone(this.zoneOf);
    this.reconcile(snapshot);
    this.dirtySeats.clear();
    this.zones.takeChanged();
    this.takeReturns();
  }

  /** Whether the snapshot is of the same seats and zones; if not, a new state is needed. */
  fits(snapshot: Snapshot): boolean {
    return (
      snapshot.mapVersion === this.mapVersion &&
      snapshot.statuses.length === this.ids.length &&
      this.zones.fits(snapshot.zones)
    );
  }

  /** Brings the state to what the database says; what differs will be told. */
  reconcile(snapshot: Snapshot): void {
    const lockedUntil = new Map<number, number>();
    const units = new Map<string, Units>();
    for (const lock of snapshot.locks) {
      if (lock.seatId === null) units.set(lock.id, lock);
      else lockedUntil.set(lock.seatId, lock.untilMs);
    }
    for (let i = 0; i < this.ids.length; i++) {
      const status = snapshot.statuses[i];
      const until = lockedUntil.get(this.ids[i] as number) ?? seatFree;
      this.setSeat(
        i,
        status === 's' ? seatSold : status === 'b' ? seatBlocked : until,
        snapshot.nowMs,
      );
    }
    this.units.setAll(units);
    this.nextDeadlineMs = Math.min(this.nextDeadlineMs, this.units.earliest());
    for (const zone of snapshot.zones) this.zones.setSold(zone.id, zone.sold);
    this.expire(snapshot.nowMs);
  }

  /** Takes in what a transaction changed. Unknown seats and zones are of a newer map: left alone. */
  apply(changes: LiveChanges, nowMs: number): void {
    for (const [seatId, until] of changes.seats) {
      const i = this.indexOf(seatId);
      if (i >= 0) this.setSeat(i, until, nowMs);
    }
    for (const [zoneId, id, quantity, untilMs] of changes.units) {
      this.units.set(id, quantity > 0 ? { zoneId, quantity, untilMs } : null);
      if (quantity > 0) this.nextDeadlineMs = Math.min(this.nextDeadlineMs, untilMs);
    }
    for (const [zoneId, sold] of changes.sold) this.zones.setSold(zoneId, sold);
  }

  /** Frees what has run out by now. */
  expire(nowMs: number): void {
    if (nowMs < this.nextDeadlineMs) return;
    this.units.expire(nowMs);
    let next = this.units.earliest();
    for (let i = 0; i < this.until.length; i++) {
      const until = this.until[i] as number;
      if (until === 0) continue;
      if (until <= nowMs) this.setSeat(i, seatFree, nowMs);
      else if (until < next) next = until;
    }
    this.nextDeadlineMs = next;
  }

  /** What changed since the last delta, or null. */
  takeDelta(): Delta | null {
    if (this.told) return null;
    this.version += 1;
    const seats = [...this.dirtySeats].map(
      (i) => [this.ids[i] as number, this.states[i] as number] as [number, number],
    );
    const zones = this.zones.takeChanged().map((id) => {
      const { available, locked, sold } = this.zones.figures(id);
      return [id, available, locked, sold] as [number, number, number, number];
    });
    this.dirtySeats.clear();
    return { version: this.version, seats, zones };
  }

  /** When what is held could come back, of the zones that are wholly held. */
  returns(): Returns {
    return this.returnTimes.now(this.zones.takeTouched(), this.earliestReturn);
  }

  /** The same where it is not what was taken the last time, else null. */
  takeReturns(): Returns | null {
    return this.returnTimes.take(this.zones.takeTouched(), this.earliestReturn);
  }

  get seats(): LiveSeats {
    const { mapVersion, ids, states } = this;
    return { mapVersion, ids, states };
  }

  /** The availability body but for the time. */
  availability(): Omit<Availability, 'serverTime'> {
    const { told } = this;
    if (told && this.packed?.version === this.version) return this.packed;
    const zones = this.zones.ids.map((id) => ({ id, ...this.zones.figures(id) }));
    const packed = { version: this.version, zones, seats: packStates(this.states) };
    this.packed = told ? packed : null;
    return packed;
  }

  /** Whether nothing changed since the last delta. */
  private get told(): boolean {
    return this.dirtySeats.size === 0 && !this.zones.changed;
  }

  private setSeat(i: number, until: number, nowMs: number): void {
    const state = stateOf(until, nowMs);
    const deadline = state === seatState.locked ? until : 0;
    const before = this.states[i] as SeatState;
    if (before === state && this.until[i] === deadline) return;
    this.zones.touch(this.zoneOf[i] as number);
    this.until[i] = deadline;
    if (state === seatState.locked) this.nextDeadlineMs = Math.min(this.nextDeadlineMs, until);
    if (before === state) return;
    this.states[i] = state;
    this.dirtySeats.add(i);
    this.zones.moveSeat(this.zoneOf[i] as number, before, state);
  }

  private readonly earliestReturn = (zoneId: number): number | null => {
    if (!this.zones.has(zoneId)) return null;
    const { available, locked } = this.zones.figures(zoneId);
    if (available > 0 || locked === 0) return null;
    let earliest = this.units.earliest(zoneId);
    for (const i of this.seatsByZone.of(zoneId)) {
      const until = this.until[i] as number;
      if (until !== 0 && until < earliest) earliest = until;
    }
    return Math.floor(earliest);
  };

  private indexOf(seatId: number): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const id = this.ids[middle] as number;
      if (id === seatId) return middle;
      if (id < seatId) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function stateOf(until: number, nowMs: number): SeatState {
  if (until === seatSold) return seatState.sold;
  if (until === seatBlocked) return seatState.blocked;
  return until > nowMs ? seatState.locked : seatState.free;
}
