import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { intArray, textArray, uuidArray } from '@/lib/sql';
import type { Asked } from './batch-state';
import type { BatchState, Claim, NewLock } from './claim';
import type { CartRow } from './status';

/**
 * A swap gives locks up for as many other seats: in one transaction, so that the buyer never stands
 * with fewer, and without a minute more, so that nobody holds a hall by moving about in it.
 */

/**
 * Holds the locks that the batch's sessions give up: none of them can be extended, sold or swept
 * while it is decided. After the seats, as the engine's one order has it, and in one go with what
 * ran out on those: held later, that could stand in a ring with a swap the other way round.
 */
export async function guardGivenUp(
  { db, tenantId }: Context,
  { sessionKeys, givenUp, seatIds, placesIn }: Asked,
): Promise<void> {
  await db.execute(sql`
    SELECT id FROM cart_item_locks
    WHERE tenant_id = ${tenantId} AND status = 'active'
      AND ((id = ANY(${uuidArray(givenUp)}) AND session_key = ANY(${textArray(sessionKeys)}))
        OR (expires_at <= clock_timestamp() AND (seat_id = ANY(${intArray(seatIds)})
          OR (seat_id IS NULL AND zone_id = ANY(${intArray(placesIn)})))))
    ORDER BY id FOR UPDATE`);
}

/**
 * The locks that a claim gives up, by id; none when it is no swap.
 * @throws DomainError `locks_not_live` {lockIds} for those that are not the session's live ones.
 */
export function givenUp(state: BatchState, claim: Claim): Map<string, CartRow> {
  const given = new Map<string, CartRow>();
  const gone: string[] = [];
  for (const id of claim.swap ?? []) {
    const lock = state.ownLocks.get(id);
    if (lock?.sessionKey === claim.sessionKey && lock.seatId !== null) given.set(id, lock);
    else gone.push(id);
  }
  if (gone.length > 0) throw new DomainError('locks_not_live', { lockIds: gone });
  return given;
}

/** Gives each new lock the times of one that is given up for it. @returns those given up. */
export function inherit(inserted: NewLock[], given: Map<string, CartRow>): CartRow[] {
  if (given.size === 0) return [];
  const released = [...given.values()];
  if (inserted.length !== released.length) {
    throw new Error(`${released.length} locks were given up for ${inserted.length} seats`);
  }
  for (const [i, lock] of inserted.entries()) lock.inherits = released[i] as CartRow;
  return released;
}

/** Writes the locks down as given back: a seat that was let go is told from one that was sold. */
export async function endGivenUp(
  { db, tenantId }: Context,
  released: Pick<CartRow, 'id'>[],
): Promise<void> {
  if (released.length === 0) return;
  await db.execute(sql`
    UPDATE cart_item_locks SET status = 'released', end_reason = 'buyer',
      ended_at = clock_timestamp()
    WHERE tenant_id = ${tenantId} AND id = ANY(${uuidArray(released.map((lock) => lock.id))})`);
}
