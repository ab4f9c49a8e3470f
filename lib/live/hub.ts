import type { Connection } from '@/db/client';
import { connection } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import type { Availability } from '@/lib/events/schema';
import { processWide } from '@/lib/process-wide';
import { withRetry } from '@/lib/transient';
import { CartBells, cartChannel } from './cart-bells';
import { DatabaseClock } from './database-clock';
import { DatabaseReach } from './database-reach';
import type { LiveSeats } from './event-state';
import { decodeChanges, type LiveChanges, liveChannel } from './schema';
import { readSnapshot } from './snapshot';
import { type LiveListener, WatchedEvent } from './watched-event';

/** At most five deltas a second; also how soon a lock that runs out is told. */
const tickMs = 200;
const idleEveryMs = 15_000;

/** Who hears every change of every event, whoever watches it; to pick from, fast. */
export type ChangesListener = {
  changes(changes: LiveChanges): void;
  /** The line stands again after it was lost: what was told meanwhile is to be read. */
  again(): void;
};

/**
 * The live state of every event that somebody looks at. One LISTEN connection a process; loaded
 * once, patched by notifications, timed by each lock's deadline, checked against the database.
 */
export class LiveHub {
  private readonly watched = new Map<string, Promise<WatchedEvent>>();
  private readonly ready = new Map<string, WatchedEvent>();
  /** Changes heard while an event is first read. */
  private readonly loading = new Map<string, LiveChanges[]>();
  /** Pages that want to hear when somebody else changes their session's cart. */
  readonly carts = new CartBells();
  private readonly all = new Set<ChangesListener>();
  private readonly clock = new DatabaseClock();
  private readonly reach = new DatabaseReach();
  private listening: Promise<unknown> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(private readonly connection: Connection) {}

  /** The availability body of an event, from memory. @throws DomainError `event_not_found`, `unavailable`. */
  async availability(tenantId: number, eventId: string): Promise<Availability> {
    const watched = await this.watch(tenantId, eventId);
    return watched.availability();
  }

  /** The states of an event's seats, from memory. @throws DomainError as `availability`. */
  async seats(tenantId: number, eventId: string): Promise<LiveSeats> {
    const watched = await this.watch(tenantId, eventId);
    return watched.seats();
  }

  /**
   * Tells `listener` a snapshot now and every change from here on.
   * @param cart tag of the listener's own cart: whatever the event, it hears of that too.
   * @returns how to stop.
   */
  async subscribe(
    tenantId: number,
    eventId: string,
    listener: LiveListener,
    cart: string | null = null,
  ): Promise<() => void> {
    const watched = await this.watch(tenantId, eventId);
    watched.add(listener);
    const unhang = cart === null ? null : this.carts.hang(cart, () => listener.cart());
    return () => {
      unhang?.();
      watched.listeners.delete(listener);
      watched.use();
    };
  }

  /** Tells `listener` every change that any process announces. @throws `unavailable`. @returns how to stop. */
  async hearAll(listener: ChangesListener): Promise<() => void> {
    await this.listen();
    this.all.add(listener);
    return () => void this.all.delete(listener);
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

  private async watch(tenantId: number, eventId: string): Promise<WatchedEvent> {
    const key = keyOf({ tenantId, eventId });
    let watching = this.watched.get(key);
    if (!watching) {
      watching = this.load(tenantId, eventId, key);
      this.watched.set(key, watching);
      watching.catch(() => this.watched.delete(key));
    }
    const watched = await watching;
    watched.use();
    return watched;
  }

  private async load(tenantId: number, eventId: string, key: string): Promise<WatchedEvent> {
    const heard: LiveChanges[] = [];
    this.loading.set(key, heard);
    try {
      await this.listen();
      const snapshot = await withRetry(() => readSnapshot(this.connection.db, tenantId, eventId));
      if (!snapshot) throw new DomainError('event_not_found');
      const watched = new WatchedEvent({ tenantId, eventId }, snapshot, this.clock, this.reach);
      for (const changes of heard) watched.hear(changes);
      this.ready.set(key, watched);
      this.timer ??= setInterval(() => this.tick(), tickMs).unref();
      return watched;
    } finally {
      this.loading.delete(key);
    }
  }

  private listen(): Promise<unknown> {
    this.listening ??= this.listenToAll().catch((error: unknown) => {
      this.listening = null;
      throw new DomainError('unavailable', {}, { cause: error });
    });
    return this.listening;
  }

  private async listenToAll(): Promise<void> {
    const { sql } = this.connection;
    await sql.listen(cartChannel, (payload) => this.carts.hear(payload));
    await sql.listen(
      liveChannel,
      (payload) => this.hear(decodeChanges(payload)),
      // Again after a lost connection: what was told meanwhile is read.
      () => {
        for (const [key, watched] of this.ready) void this.reconcile(key, watched, true);
        for (const listener of this.all) listener.again();
      },
    );
  }

  private hear(changes: LiveChanges): void {
    const key = keyOf(changes);
    this.loading.get(key)?.push(changes);
    this.ready.get(key)?.hear(changes);
    for (const listener of this.all) listener.changes(changes);
  }

  private tick(): void {
    this.ticks += 1;
    for (const [key, watched] of this.ready) {
      watched.tellChanges();
      if (this.ticks % (idleEveryMs / tickMs) === 0) watched.tellIdle();
      // A stream that went on in silence would pass an old hall for a quiet one.
      if (watched.lost) watched.dismiss();
      if (watched.forgettable) this.forget(key);
      else if (watched.unconfirmed) void this.reconcile(key, watched, false);
    }
  }

  private async reconcile(key: string, watched: WatchedEvent, tell: boolean): Promise<void> {
    const there = await watched.reconcile(this.connection.db, tell);
    if (there) return;
    this.forget(key);
    watched.dismiss();
  }

  private forget(key: string): void {
    this.ready.delete(key);
    this.watched.delete(key);
  }
}

const keyOf = ({ tenantId, eventId }: Pick<LiveChanges, 'tenantId' | 'eventId'>) =>
  `${tenantId} ${eventId}`;

/** The process's hub. */
export function liveHub(): LiveHub {
  return processWide('live-hub', () => new LiveHub(connection()));
}
