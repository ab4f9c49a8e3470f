import type { LockStatus } from '@/lib/locks/schema';
import { Cart } from './cart';
import { keepAlive } from './cart-life';
import { cartWire } from './cart-wire';

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
  keepAlive(known.cart);
}

export function isAlive(tenant: string): boolean {
  return carts.get(tenant)?.alive ?? false;
}
