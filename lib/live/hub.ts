import type { Connection } from '@/db/client';
import { connection } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import type { Availability, Delta } from '@/lib/events/schema';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { withRetry } from '@/lib/transient';
import { EventState, type Snapshot } from './event-state';
import { decodeChanges, type LiveChanges, liveChannel } from './schema';
import { readSnapshot } from './snapshot';

/** At most five deltas a second; also how soon a lock that runs out is told. */
const tickMs = 200;
/** How often the memory is checked against the database. */
const reconcileEveryMs = 5_000;
/** Memory that the database has not confirmed for this long is not told as true any more. */
const trustMs = 12_000;
/** An event that nobody asks for is forgotten. */
const forgetAfterMs = 60_000;

export type LiveListener = {
  delta(delta: Delta): void;
  /** The state was read anew: what was told before may have holes. */
  snapshot(availability: Availability): void;
  /** Now and then, so that intermediaries keep the connection. */
  idle(): void;
};

type Watched = {
  tenantId: number;
  eventId: string;
  state: EventState;
  snapshot: Snapshot;
  listeners: Set<LiveListener>;
  usedAtMs: number;
  confirmedAtMs: number;
  /** What was told while a reading was under way, to be taken in again on top of it. */
  heard: LiveChanges[];
  reconciling: boolean;
};

/**
 * The live state of every event that somebody looks at. One LISTEN connection a process; loaded
 * once, patched by notifications, timed by each lock's deadline, checked against the database.
 */
export class LiveHub {
  private readonly watched = new Map<string, Promise<Watched>>();
  private readonly ready = new Map<string, Watched>();
  private listening: Promise<unknown> | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** Database clock minus ours, in ms, as of the last reading. */
  private offsetMs = 0;
  private ticks = 0;

  constructor(private readonly connection: Connection) {}

  /** The availability body of an event, from memory. @throws DomainError `event_not_found`, `unavailable`. */
  async availability(tenantId: number, eventId: string): Promise<Availability> {
    const watched = await this.watch(tenantId, eventId);
    return this.bodyOf(watched);
  }

  /** Tells `listener` a snapshot now and every change from here on. @returns how to stop. */
  async subscribe(tenantId: number, eventId: string, listener: LiveListener): Promise<() => void> {
    const watched = await this.watch(tenantId, eventId);
    listener.snapshot(this.bodyOf(watched));
    watched.listeners.add(listener);
    return () => {
      watched.listeners.delete(listener);
      watched.usedAtMs = performance.now();
    };
  }

  /** Listeners over all events. */
  get viewers(): number {
    let sum = 0;
    for (const { listeners } of this.ready.values()) sum += listeners.size;
    return sum;
  }

  /** Ends the clock; the LISTEN connection ends with the pool's. */
  close(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private nowMs(): number {
    return performance.timeOrigin + performance.now() + this.offsetMs;
  }

  private bodyOf(watched: Watched): Availability {
    if (performance.now() - watched.confirmedAtMs > trustMs) throw new DomainError('unavailable');
    const nowMs = this.nowMs();
    watched.state.expire(nowMs);
    const { version, zones, seats } = watched.state.availability();
    return { version, serverTime: new Date(nowMs).toISOString(), zones, seats };
  }

  private async watch(tenantId: number, eventId: string): Promise<Watched> {
    const key = `${tenantId} ${eventId}`;
    let watching = this.watched.get(key);
    if (!watching) {
      watching = this.load(tenantId, eventId, key);
      this.watched.set(key, watching);
      watching.catch(() => this.watched.delete(key));
    }
    const watched = await watching;
    watched.usedAtMs = performance.now();
    return watched;
  }

  private async load(tenantId: number, eventId: string, key: string): Promise<Watched> {
    const heard: LiveChanges[] = [];
    this.loading.set(key, heard);
    try {
      await this.listen();
      const snapshot = await withRetry(() => readSnapshot(this.connection.db, tenantId, eventId));
      if (!snapshot) throw new DomainError('event_not_found');
      this.synchronize(snapshot);
      const state = new EventState(snapshot);
      for (const changes of heard) state.apply(changes, this.nowMs());
      const at = performance.now();
      const watched: Watched = {
        tenantId,
        eventId,
        state,
        snapshot,
        heard: [],
        reconciling: false,
        listeners: new Set(),
        usedAtMs: at,
        confirmedAtMs: at,
      };
      this.ready.set(key, watched);
      this.timer ??= setInterval(() => this.tick(), tickMs).unref();
      return watched;
    } finally {
      this.loading.delete(key);
    }
  }

  /** Changes heard while an event is first read. */
  private readonly loading = new Map<string, LiveChanges[]>();

  private listen(): Promise<unknown> {
    this.listening ??= this.connection.sql
      .listen(
        liveChannel,
        (payload) => this.hear(decodeChanges(payload)),
        // Again after a lost connection: what was told meanwhile is read.
        () => {
          for (const watched of this.ready.values()) void this.reconcile(watched, true);
        },
      )
      .catch((error: unknown) => {
        this.listening = null;
        throw new DomainError('unavailable', {}, { cause: error });
      });
    return this.listening;
  }

  private hear(changes: LiveChanges): void {
    const key = `${changes.tenantId} ${changes.eventId}`;
    this.loading.get(key)?.push(changes);
    const watched = this.ready.get(key);
    if (!watched) return;
    if (watched.reconciling) watched.heard.push(changes);
    watched.state.apply(changes, this.nowMs());
  }

  private tick(): void {
    this.ticks += 1;
    const nowMs = this.nowMs();
    const at = performance.now();
    for (const [key, watched] of this.ready) {
      watched.state.expire(nowMs);
      const delta = watched.state.takeDelta();
      if (delta) for (const listener of watched.listeners) listener.delta(delta);
      if (this.ticks % (15_000 / tickMs) === 0)
        for (const listener of watched.listeners) listener.idle();
      if (watched.listeners.size === 0 && at - watched.usedAtMs > forgetAfterMs) {
        this.ready.delete(key);
        this.watched.delete(key);
      } else if (at - watched.confirmedAtMs > reconcileEveryMs) {
        void this.reconcile(watched, false);
      }
    }
  }

  /** Checks the memory against the database; `tell` sends everybody the whole, as after a gap. */
  private async reconcile(watched: Watched, tell: boolean): Promise<void> {
    if (watched.reconciling) return;
    watched.reconciling = true;
    watched.heard = [];
    try {
      const { tenantId, eventId } = watched;
      const snapshot = await readSnapshot(this.connection.db, tenantId, eventId, watched.snapshot);
      if (!snapshot) return this.forget(watched);
      this.synchronize(snapshot);
      const fits = watched.state.fits(snapshot);
      if (fits) watched.state.reconcile(snapshot);
      else watched.state = new EventState(snapshot);
      watched.snapshot = snapshot;
      for (const changes of watched.heard) watched.state.apply(changes, this.nowMs());
      watched.confirmedAtMs = performance.now();
      if (tell || !fits) this.tellAll(watched);
    } catch (error) {
      // The next tick tries again; until then what is told grows old, and past `trustMs` is refused.
      log.warn('the live state could not be checked against the database', { error });
    } finally {
      watched.reconciling = false;
    }
  }

  private synchronize(snapshot: Snapshot): void {
    this.offsetMs = snapshot.nowMs - (performance.timeOrigin + performance.now());
  }

  private tellAll(watched: Watched): void {
    const body = this.bodyOf(watched);
    for (const listener of watched.listeners) listener.snapshot(body);
  }

  private forget(watched: Watched): void {
    const key = `${watched.tenantId} ${watched.eventId}`;
    this.ready.delete(key);
    this.watched.delete(key);
  }
}

/** The process's hub. */
export function liveHub(): LiveHub {
  return processWide('live-hub', () => new LiveHub(connection()));
}
