'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { LockStatus } from '@/lib/locks/schema';
import type { Cart } from './cart';
import { type CartState, cartState, factsOf } from './cart-state';
import { cartOf } from './carts';
import { wake } from './wake';

type Provided = { cart: Cart; drawn: CartState };

const CartContext = createContext<Provided | null>(null);

/** The cart of a page's organizer, from what the server knew when it drew the page. */
export function CartProvider({
  tenant,
  status,
  children,
}: {
  tenant: string;
  status: LockStatus;
  children: ReactNode;
}) {
  const [provided] = useState(() => {
    const cart = cartOf(tenant, status);
    return { cart, drawn: stateDrawn(cart, status) };
  });
  const { cart } = provided;
  useEffect(() => {
    cart.receive(status);
    return wake(cart);
  }, [cart, status]);
  return <CartContext value={provided}>{children}</CartContext>;
}

/** What the server drew: the first look of the browser has to be the same. */
function stateDrawn(cart: Cart, status: LockStatus): CartState {
  const seen = { status, at: cart.state.seen.at };
  return cartState(factsOf(seen), []);
}

function useProvided(): Provided {
  const provided = useContext(CartContext);
  if (!provided) throw new Error('A cart was asked for outside of a CartProvider');
  return provided;
}

export function useCart(): Cart {
  return useProvided().cart;
}

export function useCartState(): CartState {
  const { cart, drawn } = useProvided();
  return useSyncExternalStore(
    cart.changes.on,
    () => cart.state,
    () => drawn,
  );
}
