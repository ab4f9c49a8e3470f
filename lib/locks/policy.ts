import { DomainError } from '@/lib/errors';
import { newCartId } from './cart-id';
import type { BatchState, Claim, ClaimOutcome, NewLock, SeatFacts, ZoneFacts } from './claim';
import { requireWarm } from './cool-downs';
import { refuseOrphans } from './lonely';
import type { LockItem, UnavailableItem } from './schema';
import type { CartRow } from './status';
import { givenUp, inherit } from './swap';

/**
 * Decides one claim against the state, and counts what it takes, so that the next claim of the
 * batch sees it. A refused claim leaves the state as it was.
 * @throws DomainError `event_not_found`, `not_on_sale`, `zone_not_found`, `wrong_item_kind`,
 *   `seat_not_found`, `locks_not_live`, `items_unavailable`, `lock_limit_reached`.
 */
export function decideClaim(state: BatchState, claim: Claim, newId: () => string): ClaimOutcome {
  requireOnSale(state);
  requireWarm(state, claim);
  const given = givenUp(state, claim);
  const terms = roomFor(state, claim, given);
  const outcome: ClaimOutcome = {
    lockIds: [],
    inserted: [],
    released: [],
    unavailable: [],
    orphaned: [],
  };
  const overLimit: UnavailableItem[] = [];
  const own = { seats: new Map<number, string>(), units: new Map<number, number>() };
  let { room } = terms;

  for (const item of claim.items) {
    const zone = zoneOf(state, item);
    const already = 'seatId' in item ? heldSeat(state, claim, own.seats, item.seatId) : null;
    const quantity = 'quantity' in item ? item.quantity : 1;
    if (already && (!claim.swap || given.delete(already))) {
      outcome.lockIds.push(already);
      if (claim.swap) room -= quantity;
      continue;
    }
    const refusal = refuse(state, item, zone, own.units);
    if (refusal) {
      outcome.unavailable.push(refusal);
    } else if (quantity > room) {
      overLimit.push({ ...item, requested: quantity, available: room, reason: 'capacity' });
    } else {
      room -= quantity;
      const lock = newLock(state, claim, item, zone, newId);
      if (lock.seatId !== null) own.seats.set(lock.seatId, lock.id);
      else own.units.set(zone.id, (own.units.get(zone.id) ?? 0) + quantity);
      outcome.inserted.push(lock);
      outcome.lockIds.push(lock.id);
    }
  }
  refuseOrphans(state, outcome, given);

  const partly = claim.mode === 'any' && outcome.lockIds.length > 0;
  if (!partly && outcome.unavailable.length > 0) {
    const { unavailable: items, orphaned } = outcome;
    throw new DomainError('items_unavailable', {
      items,
      ...(orphaned.length > 0 ? { orphaned } : {}),
    });
  }
  if (!partly && overLimit.length > 0) {
    const { limit, held } = terms;
    throw new DomainError('lock_limit_reached', { limit, held });
  }
  outcome.released = inherit(outcome.inserted, given);
  take(state, claim, outcome);
  // The wire has no reason of its own for what the session's limit refused: it is `capacity`.
  return { ...outcome, unavailable: [...outcome.unavailable, ...overLimit.map(withoutQuantity)] };
}

function newLock(
  state: BatchState,
  claim: Claim,
  item: LockItem,
  zone: ZoneFacts,
  newId: () => string,
): NewLock {
  const seat = 'seatId' in item ? state.seats.get(item.seatId) : undefined;
  return {
    id: newId(),
    cartId: cartOf(state, claim.sessionKey),
    claim,
    zoneId: zone.id,
    seatId: seat?.id ?? null,
    quantity: 'quantity' in item ? item.quantity : 1,
    priceMinor: seat?.priceMinor ?? zone.priceMinor,
    inherits: null,
  };
}

/** What a session holds of an event is one cart, until it holds nothing of it or the cart is old. */
function cartOf({ cartIds, nowMs }: BatchState, sessionKey: string): string {
  const cartId = cartIds.get(sessionKey) ?? newCartId(nowMs);
  cartIds.set(sessionKey, cartId);
  return cartId;
}

function withoutQuantity({
  zoneId,
  seatId,
  requested,
  available,
  reason,
}: UnavailableItem): UnavailableItem {
  return { zoneId, ...(seatId === undefined ? {} : { seatId }), requested, available, reason };
}

/** What a claim's session may have, has but for what it gives up, and may still take. */
export function roomFor(
  { settings, sessionUnits }: BatchState,
  { sessionKey }: Claim,
  given: ReadonlyMap<string, CartRow>,
) {
  const limit = settings.maxLocksPerSession;
  const held = (sessionUnits.get(sessionKey) ?? 0) - given.size;
  // As many for as many: a limit that was lowered meanwhile forbids no swap.
  return { limit, held, room: Math.max(limit - held, given.size) };
}

/** @throws DomainError `event_not_found`, `not_on_sale`. */
export function requireOnSale({ event, nowMs }: BatchState): void {
  if (!event?.published) throw new DomainError('event_not_found');
  if (nowMs < event.saleStartsMs || nowMs >= event.saleEndsMs) {
    throw new DomainError('not_on_sale', {
      saleStartsAt: new Date(event.saleStartsMs).toISOString(),
      saleEndsAt: new Date(event.saleEndsMs).toISOString(),
    });
  }
}

function zoneOf(state: BatchState, item: LockItem): ZoneFacts {
  const zone = state.zones.get(item.zoneId);
  if (!zone) throw new DomainError('zone_not_found', { zoneId: item.zoneId });
  const kind = 'seatId' in item ? 'numbered' : 'general';
  if (zone.kind !== kind) {
    throw new DomainError('wrong_item_kind', { zoneId: zone.id, zoneType: zone.kind });
  }
  if ('seatId' in item && state.seats.get(item.seatId)?.zoneId !== zone.id) {
    throw new DomainError('seat_not_found', { zoneId: zone.id, seatId: item.seatId });
  }
  return zone;
}

function heldSeat(
  state: BatchState,
  claim: Claim,
  takenHere: Map<number, string>,
  seatId: number,
): string | null {
  const lock = state.seatLocks.get(seatId);
  return takenHere.get(seatId) ?? (lock?.sessionKey === claim.sessionKey ? lock.id : null);
}

function refuse(
  state: BatchState,
  item: LockItem,
  zone: ZoneFacts,
  unitsHere: Map<number, number>,
): UnavailableItem | null {
  if ('seatId' in item) {
    const status = (state.seats.get(item.seatId) as SeatFacts).status;
    if (status !== 'available') return { ...item, reason: status };
    return state.seatLocks.has(item.seatId) ? { ...item, reason: 'locked' } : null;
  }
  const live = (state.zoneUnits.get(zone.id) ?? 0) + (unitsHere.get(zone.id) ?? 0);
  const available = Math.max(zone.capacity - zone.sold - live, 0);
  if (item.quantity <= available) return null;
  return { zoneId: zone.id, requested: item.quantity, available, reason: 'capacity' };
}

function take(state: BatchState, claim: Claim, { inserted, released }: ClaimOutcome): void {
  let units = -released.length;
  for (const lock of released) {
    state.ownLocks.delete(lock.id);
    if (lock.seatId !== null) state.seatLocks.delete(lock.seatId);
  }
  for (const lock of inserted) {
    units += lock.quantity;
    if (lock.seatId === null) {
      state.zoneUnits.set(lock.zoneId, (state.zoneUnits.get(lock.zoneId) ?? 0) + lock.quantity);
    } else {
      state.seatLocks.set(lock.seatId, { id: lock.id, sessionKey: claim.sessionKey });
    }
  }
  state.sessionUnits.set(claim.sessionKey, (state.sessionUnits.get(claim.sessionKey) ?? 0) + units);
}
