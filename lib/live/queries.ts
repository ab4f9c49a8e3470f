import type { Connection } from '@/db/client';
import type { LiveSeats } from './event-state';
import { LiveHub, liveHub } from './hub';

export { DatabaseClock } from './database-clock';
export { DatabaseReach } from './database-reach';
export type { LiveHub, LiveSeats };
export { liveHub };

/**
 * The states of a published event's seats as the process's memory has them.
 * @throws DomainError `event_not_found`, `unavailable`.
 */
export function liveSeats(tenantId: number, eventId: string): Promise<LiveSeats> {
  return liveHub().seats(tenantId, eventId);
}

/** A memory of its own on a connection, as another process has. To be closed. */
export function ownMemory(connection: Connection): LiveHub {
  return new LiveHub(connection);
}
