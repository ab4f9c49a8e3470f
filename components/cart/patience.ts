import type { CartWire } from './cart-wire';

/** A buyer who waits this long is told that nothing is lost. */
const slowMs = 2_500;
/** Here a look at the cart finds out whether the server can be reached at all. */
const overdueMs = 8_000;

export type PatientWire = ReturnType<typeof patiently>;

/**
 * Changes of the cart, with word of those that take long. Each is waited for to its end: one that
 * was given up could still be written, and what was asked for again would come twice.
 */
export function patiently(
  wire: CartWire,
  tellSlow: (slow: boolean) => void,
  tellOverdue: () => void,
) {
  const slow = new Set<Promise<unknown>>();
  const attend = async <T>(call: Promise<T>): Promise<T> => {
    const late = setTimeout(() => {
      if (slow.add(call).size === 1) tellSlow(true);
    }, slowMs);
    const overdue = setTimeout(tellOverdue, overdueMs);
    try {
      return await call;
    } finally {
      clearTimeout(late);
      clearTimeout(overdue);
      if (slow.delete(call) && slow.size === 0) tellSlow(false);
    }
  };
  return {
    lock: (...input: Parameters<CartWire['lock']>) => attend(wire.lock(...input)),
    release: (...input: Parameters<CartWire['release']>) => attend(wire.release(...input)),
    extend: (...input: Parameters<CartWire['extend']>) => attend(wire.extend(...input)),
    best: (...input: Parameters<CartWire['best']>) => attend(wire.best(...input)),
    swap: (...input: Parameters<CartWire['swap']>) => attend(wire.swap(...input)),
  };
}
