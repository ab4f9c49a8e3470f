import type { WatchDelta, WatchedEvent, WatchSnapshot, ZoneLeft } from '@/lib/watch/schema';
import { type Ghost, type Row, rowOf } from './row';
import { ServerClock } from './server-clock';

/** How long one that ended is still seen in its place. */
const ghostMs = 4_000;

/** The live locks of the house as this page was told of them, and those that ended a moment ago. */
export class Knowledge {
  readonly clock = new ServerClock();
  readonly rows = new Map<string, Row>();
  readonly ghosts = new Map<string, Ghost>();
  /** Zones that were seen, with the event that each belongs to. */
  readonly zoneNames = new Map<number, { name: string; eventId: string }>();
  zones: readonly ZoneLeft[] = [];
  events: readonly WatchedEvent[] = [];
  /** Live locks of the house; more than there are rows where they are too many. */
  total = 0;
  lastEndedMs: number | null = null;

  snapshot(told: WatchSnapshot): void {
    this.rows.clear();
    this.ghosts.clear();
    this.#take(told);
    this.lastEndedMs = told.lastEndedAt === null ? null : Date.parse(told.lastEndedAt);
  }

  delta(told: WatchDelta): void {
    const atMs = Date.parse(told.serverTime);
    for (const { id, reason } of told.gone) {
      const row = this.rows.get(id);
      if (!row) continue;
      this.rows.delete(id);
      this.ghosts.set(id, { row, reason, atMs });
      this.lastEndedMs = atMs;
    }
    this.#take(told);
  }

  /** Those that ended a while ago leave. */
  forget(nowMs: number): void {
    for (const [id, { atMs }] of this.ghosts) if (nowMs - atMs > ghostMs) this.ghosts.delete(id);
  }

  #take(told: WatchDelta | WatchSnapshot): void {
    for (const lock of told.rows) {
      this.rows.set(lock.id, rowOf(lock));
      this.ghosts.delete(lock.id);
      this.zoneNames.set(lock.zoneId, { name: lock.zoneName, eventId: lock.eventId });
    }
    this.clock.told(told.serverTime);
    this.zones = told.zones ?? this.zones;
    this.events = told.events ?? this.events;
    this.total = told.total;
  }
}
