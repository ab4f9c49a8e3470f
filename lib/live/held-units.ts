import type { ZoneLedger } from './zone-ledger';

export type Units = { zoneId: number; quantity: number; untilMs: number };

/** The live locks on places without numbers of one event, by lock; their sums are the ledger's. */
export class HeldUnits {
  private readonly held = new Map<string, Units>();

  constructor(private readonly zones: ZoneLedger) {}

  /** What the lock holds now; null when it holds nothing any more. */
  set(id: string, units: Units | null): void {
    const before = this.held.get(id);
    if (before && units && same(before, units)) return;
    if (before) this.zones.addLocked(before.zoneId, -before.quantity);
    this.held.delete(id);
    if (!units || !this.zones.has(units.zoneId)) return;
    const { zoneId, quantity, untilMs } = units;
    this.held.set(id, { zoneId, quantity, untilMs });
    this.zones.addLocked(zoneId, quantity);
  }

  /** Brings it to these locks; a lock that is not among them is over. */
  setAll(units: ReadonlyMap<string, Units>): void {
    for (const id of [...this.held.keys()]) if (!units.has(id)) this.set(id, null);
    for (const [id, each] of units) this.set(id, each);
  }

  /** Ends what has run out by now. */
  expire(nowMs: number): void {
    for (const [id, { untilMs }] of [...this.held]) if (untilMs <= nowMs) this.set(id, null);
  }

  /** The earliest deadline, of one zone or of all; infinite where nothing is held. */
  earliest(zoneId?: number): number {
    let earliest = Number.POSITIVE_INFINITY;
    for (const units of this.held.values()) {
      if (zoneId === undefined || units.zoneId === zoneId)
        earliest = Math.min(earliest, units.untilMs);
    }
    return earliest;
  }
}

function same(a: Units, b: Units): boolean {
  return a.zoneId === b.zoneId && a.quantity === b.quantity && a.untilMs === b.untilMs;
}
