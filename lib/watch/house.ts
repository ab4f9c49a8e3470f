import type { EndReason, LockRow, WatchDelta, WatchedEvent, ZoneLeft } from './schema';

/** A lock in memory: what is told of it, and what it is found and ended by. */
export type HeldRow = {
  told: LockRow;
  seatId: number | null;
  untilMs: number;
  /** Differs whenever the row was written. */
  version: string;
};

/** What is known of the zones and events beside the locks. */
export type Places = { zones: ZoneLeft[]; events: WatchedEvent[] };

type Told = Pick<WatchDelta, 'rows' | 'gone' | 'zones' | 'events'>;

/** The live locks of one house in memory, and what changed since it was last told. */
export class House {
  readonly rows = new Map<string, HeldRow>();
  private readonly bySeat = new Map<number, string>();
  private readonly changed = new Map<string, LockRow>();
  private readonly gone = new Map<string, EndReason>();
  private placesChanged: Partial<Places> = {};

  /** @param rowsMax further locks are left out, and come in as others go. */
  constructor(
    public places: Places,
    private readonly rowsMax: number,
  ) {}

  /** The lock that holds the seat, where one is known. */
  onSeat(seatId: number): string | undefined {
    return this.bySeat.get(seatId);
  }

  put(row: HeldRow): void {
    const { id } = row.told;
    const before = this.rows.get(id);
    if (before ? before.version === row.version : this.rows.size >= this.rowsMax) return;
    this.rows.set(id, row);
    if (row.seatId !== null) this.bySeat.set(row.seatId, id);
    this.gone.delete(id);
    this.changed.set(id, row.told);
  }

  end(id: string, reason: EndReason): void {
    const row = this.rows.get(id);
    if (!row) return;
    this.rows.delete(id);
    if (row.seatId !== null && this.bySeat.get(row.seatId) === id) this.bySeat.delete(row.seatId);
    this.changed.delete(id);
    this.gone.set(id, reason);
  }

  /** Ends what has run out: whose tab is closed by that, the others by the time. */
  expire(nowMs: number): void {
    for (const [id, { untilMs, told }] of this.rows) {
      if (untilMs <= nowMs) this.end(id, told.leaving ? 'tab_closed' : 'timeout');
    }
  }

  setPlaces(places: Places): void {
    for (const key of ['zones', 'events'] as const) {
      if (JSON.stringify(places[key]) === JSON.stringify(this.places[key])) continue;
      this.placesChanged = { ...this.placesChanged, [key]: places[key] };
    }
    this.places = places;
  }

  /** What changed since the last time; null where nothing did. */
  takeChanges(): Told | null {
    const still = Object.keys(this.placesChanged).length === 0;
    if (still && this.changed.size === 0 && this.gone.size === 0) return null;
    const told: Told = {
      rows: [...this.changed.values()],
      gone: [...this.gone].map(([id, reason]) => ({ id, reason })),
      ...this.placesChanged,
    };
    this.changed.clear();
    this.gone.clear();
    this.placesChanged = {};
    return told;
  }
}
