import { v7 as newId } from 'uuid';
import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { DomainError, orRefusal } from '@/lib/errors';
import { noChanges } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { type Assumed, nothingAssumed, requireAssumed } from './assumed';
import { endInCart, inCart, tell, tellStale } from './batch-news';
import { askedFor, readFacts, readHeld } from './batch-state';
import { chooseSeats } from './best';
import type { Claim, ClaimOutcome } from './claim';
import { joinBatches, readCoolDowns } from './cool-downs';
import { endStale, guardPlaces, guardSeats, guardSessions, type StaleLock } from './guard';
import { decideClaim } from './policy';
import { insertInherited, insertLocks } from './rows';
import type { Carts } from './status';
import { endGivenUp, guardGivenUp } from './swap';

/** A batch as it was written: each claim's outcome, and the carts of its sessions since. */
export type Batch = {
  outcomes: (ClaimOutcome | DomainError)[];
  carts: Carts;
  /** Locks that had run out and were ended on the way. */
  takenOver: number;
};

type Options = {
  assumed?: Assumed;
  /** Called when only the commit is awaited. */
  onWritten?: () => void;
};

/**
 * Writes one batch of claims on one event in one transaction: hold the rows, then read in new
 * statements, decide each claim in order of arrival, write, tell. A refused claim fails alone.
 * Claims that leave the choice to the engine come last: they take what no one asked for by name.
 * @throws what the transaction failed with as a whole; then nothing was written.
 * @throws Outdated when something was assumed that is not so any more.
 */
export function writeBatch(
  ctx: Context,
  eventId: string,
  claims: Claim[],
  { assumed = nothingAssumed, onWritten = () => {} }: Options = {},
): Promise<Batch> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx as Db };
    const judged = assumed.rule === 'off' ? null : assumed.seating;
    const asked = askedFor(claims, judged);
    const givesUp = asked.givenUp.length > 0;
    // Sent together, run in this order: the connection keeps it, and each statement that reads takes
    // a snapshot of its own, newer than the row locks that the ones before it waited for.
    const [, , , seats, , facts, held, coolDowns] = await Promise.all([
      joinBatches(inside),
      guardSessions(inside, asked.sessionKeys),
      asked.placesIn.length > 0 ? guardPlaces(inside, eventId, asked.placesIn) : null,
      guardSeats(inside, asked.seatIds),
      givesUp ? guardGivenUp(inside, asked) : null,
      readFacts(inside, eventId, asked.zoneIds),
      readHeld(inside, eventId, asked),
      readCoolDowns(inside, claims),
    ]);
    const state = { ...facts, ...held, seats, seating: judged, coolDowns };
    requireAssumed(state, assumed);
    const changes = noChanges(ctx.tenantId, eventId);
    let takenOver = 0;
    const ended = (locks: StaleLock[]) => {
      takenOver += locks.length;
      tellStale(changes, locks);
    };
    if (state.stale) {
      // An extension may have saved a lock that looked stale, so what is held is read again. What
      // turns stale in between still counts as held.
      const whereHeld = givesUp ? 'pass over' : 'wait';
      ended(await endStale(inside, asked.seatIds, asked.placesIn, whereHeld));
      Object.assign(state, await readHeld(inside, eventId, asked));
    }

    for (const { isNew, sessionKey } of claims) if (isNew) state.carts.rows.set(sessionKey, []);
    const leaving = new Set(asked.givenUp.flatMap((id) => state.ownLocks.get(id)?.seatId ?? []));
    const outcomes = claims.map((claim) =>
      claim.wish ? null : orRefusal(() => decideClaim(state, claim, newId)),
    );
    await chooseSeats(inside, claims, outcomes, { state, assumed, leaving, ended });
    const decided = outcomes as (ClaimOutcome | DomainError)[];
    const taken = decided.flatMap((outcome) => (outcome instanceof DomainError ? [] : [outcome]));
    const released = taken.flatMap((outcome) => outcome.released);
    const inserted = taken.flatMap((outcome) => outcome.inserted);
    tell(changes, released, inserted, state);
    await Promise.all([
      endGivenUp(inside, released),
      insertLocks(inside, eventId, inserted, state),
      insertInherited(inside, eventId, inserted),
      announce(inside, [changes]),
    ]);
    onWritten();
    for (const lock of released) endInCart(state, lock);
    for (const lock of inserted) {
      state.carts.rows.get(lock.claim.sessionKey)?.push(inCart(state, eventId, lock));
    }
    return { outcomes: decided, carts: state.carts, takenOver };
  });
}
