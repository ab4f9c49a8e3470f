import { type SeatState, seatState } from '@/lib/events/schema';
import type { Snapshot } from './snapshot';

type Zone = Omit<Snapshot['zones'][number], 'id'> & { locked: number; blocked: number };

/** How much of each zone of one event is locked, sold and left, and which of that was not told yet. */
export class ZoneLedger {
  private readonly zones = new Map<number, Zone>();
  private readonly dirty = new Set<number>();
  private readonly touched = new Set<number>();

  constructor(zones: Snapshot['zones']) {
    for (const { id, ...zone } of zones) {
      const sold = zone.kind === 'numbered' ? 0 : zone.sold;
      this.zones.set(id, { ...zone, sold, locked: 0, blocked: 0 });
    }
  }

  get ids(): number[] {
    return [...this.zones.keys()];
  }

  get changed(): boolean {
    return this.dirty.size > 0;
  }

  has(id: number): boolean {
    return this.zones.has(id);
  }

  /** Whether these are the same zones, as large as before. */
  fits(zones: Snapshot['zones']): boolean {
    return (
      zones.length === this.zones.size &&
      zones.every(({ id, capacity }) => this.zones.get(id)?.capacity === capacity)
    );
  }

  figures(id: number) {
    const zone = this.zones.get(id) as Zone;
    const available = Math.max(zone.capacity - zone.sold - zone.locked - zone.blocked, 0);
    return { available, locked: zone.locked, sold: zone.sold };
  }

  moveSeat(id: number, from: SeatState, to: SeatState): void {
    const zone = this.zones.get(id) as Zone;
    count(zone, from, -1);
    count(zone, to, 1);
    this.change(id);
  }

  addLocked(id: number, units: number): void {
    (this.zones.get(id) as Zone).locked += units;
    this.change(id);
  }

  /** Of a numbered zone, the seats themselves say what is sold. */
  setSold(id: number, sold: number): void {
    const zone = this.zones.get(id);
    if (zone?.kind !== 'general' || zone.sold === sold) return;
    zone.sold = sold;
    this.change(id);
  }

  /** A deadline in the zone moved, whether or not its figures did. */
  touch(id: number): void {
    this.touched.add(id);
  }

  /** The zones in which a figure or a deadline moved since the last taking. */
  takeTouched(): number[] {
    const ids = [...this.touched];
    this.touched.clear();
    return ids;
  }

  /** Those whose figures changed since the last taking. */
  takeChanged(): number[] {
    const ids = [...this.dirty];
    this.dirty.clear();
    return ids;
  }

  private change(id: number): void {
    this.dirty.add(id);
    this.touched.add(id);
  }
}

function count(zone: Zone, state: SeatState, by: 1 | -1): void {
  if (state === seatState.locked) zone.locked += by;
  else if (state === seatState.sold) zone.sold += by;
  else if (state === seatState.blocked) zone.blocked += by;
}
