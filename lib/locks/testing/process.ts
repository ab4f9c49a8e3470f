import type { Connection } from '@/db/client';
import { type LiveSeats, ownMemory } from '@/lib/live/queries';
import { LockEngine } from '../engine';
import type { Process } from './storm';

/** An engine with queues and a memory of the halls of its own, as another process would have. */
export function processOf(connection: Connection): Process & { forget: () => void } {
  const memory = ownMemory(connection);
  const seats = (tenantId: number, eventId: string): Promise<LiveSeats> =>
    memory.seats(tenantId, eventId);
  const engine = new LockEngine(connection.db, undefined, undefined, seats);
  return { db: connection.db, engine, forget: () => memory.close() };
}
