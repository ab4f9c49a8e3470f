import type { Db } from '@/db/client';
import { DomainError } from '@/lib/errors';
import type { Availability, Delta, Returns } from '@/lib/events/schema';
import { metrics } from '@/lib/metrics';
import type { DatabaseClock } from './database-clock';
import type { DatabaseReach } from './database-reach';
import { EventState, type LiveSeats } from './event-state';
import type { LiveChanges } from './schema';
import { readSnapshot, type Snapshot } from './snapshot';

/** How often the memory is checked against the database. */
const reconcileEveryMs = 5_000;
/** Memory that the database has not confirmed for this long is not told as true any more. */
const trustMs = 12_000;
/** Watchers are let go after this: not while the database is merely slow, as all would ask anew. */
const lostAfterMs = 30_000;
/** An event that nobody asks for is forgotten. */
const forgetAfterMs = 60_000;

export type LiveListener = {
  delta(delta: Delta): void;
  /** The state was read anew: what was told before may have holes. */
  snapshot(availability: Availability): void;
  /** When what is held in wholly held zones could come back; after a snapshot, and when it changed. */
  returns(returns: Returns): void;
  /** Somebody else changed the listener's own cart. */
  cart(): void;
  /** Now and then, so that intermediaries keep the connection. */
  idle(): void;
  /** There is no such published event any more, or nothing is known of it for too long. */
  gone(): void;
};

/** One event in memory, with those who listen to it. */
export class WatchedEvent {
  readonly listeners = new Set<LiveListener>();
  private state: EventState;
  private usedAtMs = performance.now();
  private confirmedAtMs = performance.now();
  /** What was told while a reading was under way, to be taken in again on top of it. */
  private heard: LiveChanges[] = [];
  private reconciling = false;
  /** Asked to read while a reading was under way, which may have begun before what is asked about. */
  private again = false;
  /** When the oldest change that was not told yet happened, by the database's clock. */
  private owedSinceMs: number | null = null;
  /** Listeners are owed the whole: until a reading succeeds, what they know may have holes. */
  private holes = false;

  constructor(
    private readonly key: { tenantId: number; eventId: string },
    private snapshot: Snapshot,
    private readonly clock: DatabaseClock,
    private readonly reach: DatabaseReach,
  ) {
    clock.synchronize(snapshot.nowMs, snapshot.toldAtMs);
    this.state = new EventState(snapshot);
  }

  /** Somebody asked for it. */
  use(): void {
    this.usedAtMs = performance.now();
  }

  get forgettable(): boolean {
    return this.listeners.size === 0 && performance.now() - this.usedAtMs > forgetAfterMs;
  }

  get unconfirmed(): boolean {
    return performance.now() - this.confirmedAtMs > reconcileEveryMs;
  }

  /** Nobody can be told anything true for a good while. */
  get lost(): boolean {
    return performance.now() - this.confirmedAtMs > lostAfterMs;
  }

  /** @throws DomainError `unavailable` when the database has not confirmed it for too long. */
  availability(): Availability {
    const nowMs = this.now();
    const { version, zones, seats } = this.state.availability();
    return { version, serverTime: new Date(nowMs).toISOString(), zones, seats };
  }

  /** @throws DomainError `unavailable`, as `availability()`. */
  seats(): LiveSeats {
    this.now();
    return this.state.seats;
  }

  /** Tells it the whole now, and every change from here on. @throws as `availability()`. */
  add(listener: LiveListener): void {
    this.tellWhole([listener]);
    this.listeners.add(listener);
  }

  hear(changes: LiveChanges): void {
    if (changes.toldAtMs !== undefined) this.owedSinceMs ??= changes.toldAtMs;
    if (this.reconciling) this.heard.push(changes);
    this.state.apply(changes, this.clock.nowMs());
  }

  /** Tells every listener what changed or ran out since the last time. */
  tellChanges(): void {
    this.state.expire(this.clock.nowMs());
    const delta = this.state.takeDelta();
    if (delta) for (const listener of this.listeners) listener.delta(delta);
    if (delta && this.listeners.size > 0) this.meterLag();
    this.owedSinceMs = null;
    const returns = this.state.takeReturns();
    if (returns) for (const listener of this.listeners) listener.returns(returns);
  }

  private meterLag(): void {
    if (this.owedSinceMs === null) return;
    const lagMs = this.clock.nowMs() - this.owedSinceMs;
    metrics().streamLag.observe(Math.max(0, lagMs) / 1000);
  }

  tellIdle(): void {
    for (const listener of this.listeners) listener.idle();
  }

  /** Ends every listener's watch: who comes again is told how things stand. */
  dismiss(): void {
    for (const listener of [...this.listeners]) listener.gone();
  }

  /**
   * Checks the memory against the database; `tell` sends everybody the whole, as after a gap.
   * @returns false when there is no such published event any more.
   */
  async reconcile(db: Db, tell: boolean): Promise<boolean> {
    this.holes ||= tell;
    if (this.reconciling) {
      this.again ||= tell;
      return true;
    }
    this.reconciling = true;
    try {
      do {
        this.again = false;
        const there = await this.readAnew(db);
        this.reach.there();
        if (!there) return false;
      } while (this.again);
    } catch (error) {
      // The next tick tries again; until then what is told grows old, and past `trustMs` is refused.
      this.reach.lost(error);
    } finally {
      this.reconciling = false;
    }
    return true;
  }

  private async readAnew(db: Db): Promise<boolean> {
    this.heard = [];
    const { tenantId, eventId } = this.key;
    const snapshot = await readSnapshot(db, tenantId, eventId, this.snapshot);
    if (!snapshot) return false;
    const fits = this.take(snapshot);
    if (this.holes || !fits) this.tellWhole(this.listeners);
    this.holes = false;
    return true;
  }

  /** @returns whether it is of the same map; if not, listeners need the whole. */
  private take(snapshot: Snapshot): boolean {
    this.clock.synchronize(snapshot.nowMs, snapshot.toldAtMs);
    const fits = this.state.fits(snapshot);
    if (fits) this.state.reconcile(snapshot);
    else this.state = new EventState(snapshot);
    this.snapshot = snapshot;
    for (const changes of this.heard) this.state.apply(changes, this.clock.nowMs());
    this.confirmedAtMs = performance.now();
    return fits;
  }

  /** Brings the state to now. @throws DomainError `unavailable`. @returns ms, database clock. */
  private now(): number {
    if (performance.now() - this.confirmedAtMs > trustMs) throw new DomainError('unavailable');
    const nowMs = this.clock.nowMs();
    this.state.expire(nowMs);
    return nowMs;
  }

  private tellWhole(listeners: Iterable<LiveListener>): void {
    const body = this.availability();
    const returns = this.state.returns();
    for (const listener of listeners) {
      listener.snapshot(body);
      // A snapshot alone says that there are none.
      if (returns.length > 0) listener.returns(returns);
    }
  }
}
