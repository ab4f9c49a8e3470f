import { v7 as newId } from 'uuid';
import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { type LiveChanges, noChanges, seatFree } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { askedFor, type Held, readFacts, readHeld } from './batch-state';
import type { BatchState, Claim, ClaimOutcome, NewLock } from './claim';
import { endStale, guardPlaces, guardSeats, guardSessions } from './guard';
import { decideClaim } from './policy';
import { insertLocks } from './rows';
import type { CartRow, Carts } from './status';

/** A batch as it was written: each claim's outcome, and the carts of its sessions since. */
export type Batch = { outcomes: (ClaimOutcome | DomainError)[]; carts: Carts };

/**
 * Writes one batch of claims on one event in one transaction: hold the rows, then read in new
 * statements, decide each claim in order of arrival, write, tell. A refused claim fails alone.
 * @param onWritten is called when only the commit is awaited.
 * @throws what the transaction failed with as a whole; then nothing was written.
 */
export function writeBatch(
  ctx: Context,
  eventId: string,
  claims: Claim[],
  onWritten: () => void = () => {},
): Promise<Batch> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx as Db };
    const asked = askedFor(claims);
    // Sent together, run in this order: the connection keeps it, and each statement that reads takes
    // a snapshot of its own, newer than the row locks that the ones before it waited for.
    const [, , seats, facts, held] = await Promise.all([
      guardSessions(inside, asked.sessionKeys),
      asked.places ? guardPlaces(inside, eventId, asked.zoneIds) : null,
      guardSeats(inside, asked.seatIds),
      readFacts(inside, eventId, asked.zoneIds),
      readHeld(inside, asked),
    ]);
    const state = { ...facts, ...held, seats };
    const changes = noChanges(ctx.tenantId, eventId);
    if (state.stale) {
      // An extension may have saved a lock that looked stale, so what is held is read again. What
      // turns stale in between still counts as held.
      const ended = await endStale(inside, asked.seatIds, asked.places ? asked.zoneIds : []);
      for (const lock of ended) {
        if (lock.eventId !== eventId) continue;
        if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, 0, 0]);
        else changes.seats.push([lock.seatId, seatFree]);
      }
      Object.assign(state, await readHeld(inside, asked));
    }

    for (const { isNew, sessionKey } of claims) if (isNew) state.carts.rows.set(sessionKey, []);
    const outcomes = claims.map((claim) => decide(state, claim));
    const inserted = outcomes.flatMap((o) => (o instanceof DomainError ? [] : o.inserted));
    tell(changes, inserted, state);
    await Promise.all([insertLocks(inside, eventId, inserted, state), announce(inside, [changes])]);
    onWritten();
    for (const lock of inserted) {
      state.carts.rows.get(lock.claim.sessionKey)?.push(inCart(state, eventId, lock));
    }
    return { outcomes, carts: state.carts };
  });
}

function decide(state: BatchState, claim: Claim): ClaimOutcome | DomainError {
  try {
    return decideClaim(state, claim, newId);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function tell(changes: LiveChanges, inserted: NewLock[], { nowMs, settings }: BatchState): void {
  const until = nowMs + settings.durationMs;
  for (const lock of inserted) {
    if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, lock.quantity, until]);
    else changes.seats.push([lock.seatId, until]);
  }
}

/** The row that `readCarts` would read for a lock that was just inserted. */
function inCart(state: BatchState & Held, eventId: string, lock: NewLock): CartRow {
  const { nowMs, settings } = state;
  const seat = lock.seatId === null ? undefined : state.seats.get(lock.seatId);
  return {
    id: lock.id,
    sessionKey: lock.claim.sessionKey,
    eventId,
    eventName: state.event?.name ?? '',
    zoneId: lock.zoneId,
    zoneName: state.zones.get(lock.zoneId)?.name ?? '',
    seatId: lock.seatId,
    row: seat?.row ?? null,
    seat: seat?.label ?? null,
    quantity: lock.quantity,
    price: lock.priceMinor,
    status: 'active',
    reason: null,
    lockedAtMs: nowMs,
    expiresAtMs: nowMs + settings.durationMs,
    endedAtMs: null,
    extensionsLeft: settings.maxExtensions,
    abandoned: false,
  };
}
