import type { BuyerContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { seatState } from '@/lib/events/schema';
import { liveSeats } from '@/lib/live/queries';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { seatingOf } from '@/lib/seating/queries';
import type { Claimed } from './engine';
import type { LockInput, Placement, UnavailableItem } from './schema';
import { TimeShare } from './time-share';

export type WithAlternatives = Claimed & { alternatives?: Placement[] };

/** More than three are a catalogue. */
const alternativesMax = 3;
/** A large group in a scattered hall takes long, and the sale goes on meanwhile. */
const shareMs = 400;

/**
 * Adds to an answer that lost a seat, refusal or not, where the whole group could sit instead. From
 * memory, as a thousand may lose the same seat: offers, not promises.
 */
export async function offerAlternatives(
  ctx: BuyerContext,
  input: Pick<LockInput, 'eventId' | 'items'>,
  claim: () => Promise<Claimed>,
): Promise<WithAlternatives> {
  try {
    const claimed = await claim();
    return { ...claimed, ...(await alternativesTo(ctx, input, claimed.unavailable)) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'items_unavailable') throw error;
    const lost = error.details.items as UnavailableItem[];
    const details = { ...error.details, ...(await alternativesTo(ctx, input, lost)) };
    throw new DomainError('items_unavailable', details, { cause: error });
  }
}

async function alternativesTo(
  ctx: BuyerContext,
  { eventId, items }: Pick<LockInput, 'eventId' | 'items'>,
  lost: readonly UnavailableItem[],
): Promise<{ alternatives?: Placement[] }> {
  if (!lost.some(isGone)) return {};
  try {
    const { states, mapVersion } = await liveSeats(ctx.tenantId, eventId);
    const seating = await seatingOf(ctx, eventId, mapVersion);
    if (seating?.mapVersion !== mapVersion) return {};
    const seatIds = new Set(items.flatMap((item) => ('seatId' in item ? [item.seatId] : [])));
    const group = [...seatIds].map(seating.indexOf);
    const isFree = (seat: number) => states[seat] === seatState.free;
    // Whatever the tenant's rule: what is offered would not be refused.
    const share = processWide('alternatives-share', () => new TimeShare(shareMs));
    const look = () => seating.alternatives(isFree, group, 'strict', alternativesMax);
    const picked = share.spend(look) ?? [];
    return picked.length > 0 ? { alternatives: picked.map((each) => seating.placement(each)) } : {};
  } catch (error) {
    // The refusal stands, and says more than that the memory is not to be had.
    log.warn('no alternatives could be offered', { tenantId: ctx.tenantId, eventId, error });
    return {};
  }
}

/** Somebody else has the seat. One that would leave another alone has moves of its own. */
const isGone = ({ seatId, reason }: UnavailableItem) =>
  seatId !== undefined && reason !== 'orphan' && reason !== 'capacity';
