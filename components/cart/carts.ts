import type { LockStatus } from '@/lib/locks/schema';
import { Cart } from './cart';
import { cartWire } from './cart-wire';

/** Code that did not come is asked for again, and the server with it, until it answers. */
const retryMs = 4_000;

const carts = new Map<string, { cart: Cart; alive: boolean }>();

/** The browser's one cart with an organizer. On the server a new one each time. */
export function cartOf(tenant: string, status: LockStatus): Cart {
  if (typeof window === 'undefined') return new Cart(tenant, status, cartWire(tenant));
  const known = carts.get(tenant);
  if (known) return known.cart;
  const cart = new Cart(tenant, status, cartWire(tenant));
  carts.set(tenant, { cart, alive: false });
  return cart;
}

/** Starts what keeps the cart alive, once a document. */
export function enliven(tenant: string): void {
  const known = carts.get(tenant);
  if (!known || known.alive) return;
  known.alive = true;
  bringLife(known.cart);
}

function bringLife(cart: Cart): void {
  import('./cart-life').then(
    ({ keepAlive }) => keepAlive(cart),
    () => {
      window.setTimeout(bringLife, retryMs, cart);
      void cart.refresh();
    },
  );
}

export function isAlive(tenant: string): boolean {
  return carts.get(tenant)?.alive ?? false;
}
