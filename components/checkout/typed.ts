import type { Cart } from '@/components/cart/cart';
import type { Buyer } from './form-problems';

/** As long as the document lives, and no longer: who goes back for another seat need not type again. */
const typed = new WeakMap<Cart, Buyer>();

/** Where nothing was typed into the form of this cart, what is known of the buyer anyway. */
export function typedOr(cart: Cart, buyer: Buyer): Buyer {
  const { name, email } = typed.get(cart) ?? buyer;
  return { name: name || buyer.name, email: email || buyer.email };
}

export function keepTyped(cart: Cart, buyer: Buyer): void {
  typed.set(cart, buyer);
}

/** The next to buy at this screen may be somebody else. */
export function forgetTyped(cart: Cart): void {
  typed.delete(cart);
}
