import type { Cart } from '@/components/cart/cart';
import type { LossNews } from '@/components/cart/notice';
import type { Place } from '@/components/cart/place';
import { insteadOf, itemsOf, lossesOf, refusalOf } from '@/components/cart/settlement';
import { swapSeats, takeSeats } from '@/components/cart/whole-calls';

/**
 * Takes seats of one event, all or none, and gives up those in `instead` once the others are held:
 * the buyer never stands with nothing. Tells what came of it.
 * @returns what was lost to somebody else, with what may be had instead; null where nothing was
 */
export async function takeInstead(
  cart: Cart,
  places: readonly Place[],
  instead: readonly number[] = [],
): Promise<LossNews | null> {
  const taken = new Set(places.map((place) => place.seatId));
  const given = cart.state.seen.status.locks.filter(
    (lock) => lock.seatId !== null && instead.includes(lock.seatId),
  );
  const swapping = given.length > 0 && given.length === places.length;
  const lockIds = given.map((lock) => lock.id);
  const answer = swapping ? await swapSeats(cart, lockIds, places) : await takeSeats(cart, places);
  const wants = places.map((place) => ({ place, units: 1 }));
  if (answer?.ok) {
    const left = given.filter((lock) => !taken.has(lock.seatId));
    if (!swapping && left.length > 0) {
      const keys = new Set(left.map((lock) => `seat:${lock.seatId}`));
      cart.remove(cart.state.lines.filter((line) => keys.has(line.key)));
    }
    cart.notices.emit({ kind: given.length > 0 ? 'swapped' : 'locked', wants });
    return null;
  }
  const code = answer?.error.code ?? 'unreachable';
  if (answer && code === 'items_unavailable') {
    const losses = lossesOf(wants, itemsOf(answer.error));
    const held = given.map((place) => ({ place, units: 1 }));
    cart.losses.emit(losses);
    return { kind: 'lost', losses, held, ...insteadOf(answer.error) };
  }
  cart.notices.emit(answer ? refusalOf(answer.error) : { kind: 'refused', code });
  return null;
}
