'use client';

import { useEffect } from 'react';
import { cartsKey, tenantsWithCart } from './remembered';

/**
 * Keeps the buyer's carts on pages that show none: a reload of the catalogue must not lose the
 * seats, and such a page that stays open when the others close keeps them. Draws nothing, and
 * loads the cart's code only once this browser has a cart.
 */
export function CartKeeper() {
  useEffect(() => {
    const look = () => {
      if (tenantsWithCart().length === 0) return;
      void import('./keep-carts').then(({ keepCarts }) => keepCarts(tenantsWithCart()));
    };
    const lookAgain = (event: StorageEvent) => {
      if (event.key === cartsKey) look();
    };
    look();
    // Another tab filled or emptied its cart; and what could not be loaded offline is now.
    window.addEventListener('storage', lookAgain);
    window.addEventListener('online', look);
    return () => {
      window.removeEventListener('storage', lookAgain);
      window.removeEventListener('online', look);
    };
  }, []);
  return null;
}
