import { onFirstInput } from '@/components/ui/first-input';
import type { Cart } from './cart';
import { enliven } from './carts';
import { isRemembered } from './remembered';

/**
 * Brings a cart to life at once where this browser has one with the organizer. Where it has none,
 * with the first input, the first change, or the first sign that the page was away: there is
 * nothing to keep before. Returns the end of the wait.
 */
export function wake(cart: Cart): () => void {
  const now = () => {
    sleep();
    enliven(cart.tenant);
  };
  const wait = new AbortController();
  const { signal } = wait;
  const ends = [onFirstInput(now), cart.changes.on(now), () => wait.abort()];
  const sleep = () => {
    for (const end of ends) end();
  };
  window.addEventListener('offline', now, { signal });
  document.addEventListener('visibilitychange', now, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && now(), { signal });
  if (cart.state.units > 0 || isRemembered(cart.tenant)) now();
  return sleep;
}
