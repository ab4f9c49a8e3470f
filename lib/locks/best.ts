import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { Context } from '@/lib/context';
import { DomainError, orRefusal } from '@/lib/errors';
import { seatState } from '@/lib/events/schema';
import type { Seating } from '@/lib/seating/queries';
import type { Assumed } from './assumed';
import { readSeatLocks } from './batch-state';
import type { BatchState, Claim, ClaimOutcome, Wish } from './claim';
import { requireWarm } from './cool-downs';
import { endStale, guardFreeSeats, type StaleLock } from './guard';
import { Pace } from './pace';
import { decideClaim, requireOnSale, roomFor } from './policy';
import { givenUp } from './swap';

/** In each round the claims learn what the seats that they could not have really are. */
const roundsMax = 24;
/** As long as another batch takes to commit; doubled each time, up to what a loaded machine needs. */
const rivalsMs = { first: 10, most: 80 };

type Batch = {
  state: BatchState;
  assumed: Assumed;
  /** Seats whose locks are given up in this batch: nobody else ends those, nor are they to be had yet. */
  leaving: ReadonlySet<number>;
  ended(locks: StaleLock[]): void;
};
type Picked = { seats: number[]; placement: ClaimOutcome['placement'] };

/**
 * Chooses seats for the claims that leave it to the engine, and decides them. The memory proposes,
 * the database disposes: what was chosen is held without waiting for anybody, read in a statement
 * of its own, and chosen anew where a rival was quicker. A seat that somebody holds, or whose last
 * lock is being ended, is passed over, as to wait could stand in a ring: where no others are left it
 * is asked for again a little later, a few times.
 * @param outcomes null where a claim is still to be decided; filled in.
 */
export async function chooseSeats(
  ctx: Context,
  claims: Claim[],
  outcomes: (ClaimOutcome | DomainError | null)[],
  batch: Batch,
): Promise<void> {
  let open = [...claims.entries()].filter(([, claim]) => claim.wish);
  if (open.length === 0) return;
  const chooser = new Chooser(ctx, batch);
  const pace = new Pace();
  for (let round = 0; open.length > 0; round++) {
    const picks: (Picked | DomainError | null)[] = [];
    for (const [, claim] of open) {
      const last = round >= roundsMax - 1;
      const pick = () => orRefusal(() => chooser.pick(claim, last));
      const picked = pace.isSpent ? null : await pace.spend(pick);
      const late = pace.isSpent || (round >= roundsMax && picked && 'seats' in picked);
      picks.push(late ? new DomainError('overloaded') : picked);
    }
    const seats = picks.flatMap((pick) => (pick && 'seats' in pick ? pick.seats : []));
    await chooser.learn(seats, round);
    open = open.filter(([at, claim], i) => {
      const pick = picks[i] as (typeof picks)[number];
      outcomes[at] = pick && 'seats' in pick ? chooser.take(claim, pick) : pick;
      return outcomes[at] === null;
    });
    if (seats.length === 0 && open.length > 0) await chooser.waitForRivals();
  }
}

class Chooser {
  /** What the database said of a seat in this transaction, by index: newer than the memory. */
  private readonly free = new Map<number, boolean>();
  /** Proposed in this round. */
  private readonly proposed = new Set<number>();
  /** Free as far as is known, but somebody holds their rows, or those of their last locks. */
  private readonly passedOver = new Set<number>();
  private waitMs = rivalsMs.first;
  private readonly lastChoice = new Map<Claim, string>();
  private readonly seating: Seating | null;

  constructor(
    private readonly ctx: Context,
    private readonly batch: Batch,
  ) {
    const { seating, states } = batch.assumed;
    const usable = states !== null && seating?.mapVersion === states.mapVersion;
    this.seating = usable ? seating.priced(batch.state.zones) : null;
  }

  /**
   * @returns null while others may yet leave what they proposed or hold.
   * @throws DomainError why there is nothing to be had.
   */
  pick(claim: Claim, last: boolean): Picked | null {
    const { seating } = this;
    const { state } = this.batch;
    const wish = claim.wish as Wish;
    requireAskable(state, claim, wish);
    if (!seating) throw new DomainError('unavailable');
    const unwanted = new Set(wish.exclude?.map(seating.indexOf));
    const isWanted = (seat: number) => !unwanted.has(seat) && this.isFree(seat);
    const picked = seating.best(isWanted, wish, state.settings.orphanRule);
    if (!picked) {
      if (!last && this.proposed.size + this.passedOver.size > 0) return null;
      const available = seating.count(isWanted, wish);
      throw new DomainError('not_enough_seats', { requested: wish.quantity, available });
    }
    const seats = picked.blocks.flat();
    for (const seat of seats) this.proposed.add(seat);
    return { seats, placement: seating.placement(picked) };
  }

  /**
   * Holds the seats that can be held at once, and reads what they are; whole rows where single seats
   * count, and where the memory has already been wrong.
   */
  async learn(seats: number[], round: number): Promise<void> {
    const { ctx, seating, batch } = this;
    this.proposed.clear();
    if (!seating || seats.length === 0) return;
    const ids = seats.map(seating.idAt);
    const wide = batch.state.seating || round > 0 ? seating.rowMates(ids) : ids;
    const asked = wide.filter((id) => !batch.leaving.has(id));
    const held = await guardFreeSeats(ctx, asked);
    const heldIds = [...held.keys()];
    let locks = await readSeatLocks(ctx, heldIds);
    if (locks.some((lock) => !lock.live)) {
      batch.ended(await endStale(ctx, heldIds, [], 'pass over'));
      locks = await readSeatLocks(ctx, heldIds);
    }
    // Over, and somebody holds its row: to be saved, or written down as ended.
    const ending = new Set(locks.flatMap((lock) => (lock.live ? [] : lock.seatId)));
    for (const [id, seat] of held) batch.state.seats.set(id, seat);
    for (const lock of locks) if (lock.live) batch.state.seatLocks.set(lock.seatId, lock);
    for (const id of asked) {
      const seat = seating.indexOf(id);
      const isPassedOver = !held.has(id) || ending.has(id);
      if (isPassedOver && this.isFree(seat)) this.passedOver.add(seat);
      this.free.set(seat, !isPassedOver && held.get(id)?.status === 'available');
    }
  }

  /** Gives those who hold what was passed over the time to commit, and believes in it again. */
  async waitForRivals(): Promise<void> {
    // With jitter, so that rivals do not meet again.
    await pause(this.waitMs * (0.5 + Math.random()));
    this.waitMs = Math.min(this.waitMs * 2, rivalsMs.most);
    for (const seat of this.passedOver) this.free.delete(seat);
    this.passedOver.clear();
  }

  /**
   * A choice that would leave a single seat behind is made once more, now that its rows are known;
   * the same again is the least evil.
   * @returns null when the seats are not to be had after all: others have to be chosen.
   */
  take(claim: Claim, { seats, placement }: Picked): ClaimOutcome | DomainError | null {
    const { seating, batch } = this;
    const again = this.lastChoice.get(claim) === seats.join();
    this.lastChoice.set(claim, seats.join());
    if (!seating) return null;
    for (const seat of seats) if (this.isTooDear(seat, claim)) this.free.set(seat, false);
    if (!seats.every(this.isFree)) return null;
    const items = seats.map((at) => ({ zoneId: seating.zoneOf(at), seatId: seating.idAt(at) }));
    const state = again ? { ...batch.state, seating: null } : batch.state;
    const outcome = orRefusal(() => decideClaim(state, { ...claim, items }, newId));
    if (!(outcome instanceof DomainError)) return { ...outcome, placement };
    return outcome.code === 'items_unavailable' ? null : outcome;
  }

  private readonly isFree = (seat: number): boolean => {
    const { seating, batch, proposed, free } = this;
    if (!seating || proposed.has(seat)) return false;
    const id = seating.idAt(seat);
    if (batch.state.seatLocks.has(id) || batch.leaving.has(id)) return false;
    return free.get(seat) ?? batch.assumed.states?.states[seat] === seatState.free;
  };

  /** A seat's own price may have changed since the hall was read. */
  private isTooDear(seat: number, { wish }: Claim): boolean {
    const { seating, batch } = this;
    const { seats, zones } = batch.state;
    if (!seating || wish?.maxPrice === undefined) return false;
    const own = seats.get(seating.idAt(seat))?.priceMinor;
    return (own ?? zones.get(seating.zoneOf(seat))?.priceMinor ?? 0) > wish.maxPrice;
  }
}

/** @throws DomainError what is wrong with a wish whatever seats there are. */
function requireAskable(state: BatchState, claim: Claim, { quantity, zoneIds = [] }: Wish): void {
  requireOnSale(state);
  requireWarm(state, claim);
  for (const zoneId of zoneIds) {
    const zone = state.zones.get(zoneId);
    if (!zone) throw new DomainError('zone_not_found', { zoneId });
    if (zone.kind === 'general') {
      throw new DomainError('wrong_item_kind', { zoneId, zoneType: zone.kind });
    }
  }
  const { limit, held, room } = roomFor(state, claim, givenUp(state, claim));
  if (quantity > room) throw new DomainError('lock_limit_reached', { limit, held });
}
