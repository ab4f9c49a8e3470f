import { v7 } from 'uuid';
import type { CartRow } from './status';

/** How long a cart takes in locks. */
export const cartAgeMaxMs = 12 * 3_600_000;

/** An id that tells when its cart began, by the database's clock: UUID version 7. */
export const newCartId = (nowMs: number) => v7({ msecs: Math.floor(nowMs) });

/** When a cart began (RFC 9562, 5.7); null where its id does not tell. */
function beganMs(cartId: string): number | null {
  return cartId[14] === '7' ? Number.parseInt(cartId.slice(0, 8) + cartId.slice(9, 13), 16) : null;
}

/**
 * The cart of each session that takes in what it locks next, from its live locks. Whoever never
 * lets go begins another one in the end: a cart without an end could never be counted.
 */
export function openCarts(
  locks: Iterable<Pick<CartRow, 'sessionKey' | 'cartId'>>,
  nowMs: number,
): Map<string, string> {
  const open = new Map<string, string>();
  for (const { sessionKey, cartId } of locks) {
    const began = beganMs(cartId) ?? nowMs;
    const known = open.get(sessionKey);
    if (nowMs - began < cartAgeMaxMs && (!known || known < cartId)) open.set(sessionKey, cartId);
  }
  return open;
}
