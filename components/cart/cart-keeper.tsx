'use client';

import { useEffect } from 'react';
import { cartWire } from './cart-wire';
import { cartOf, enliven, isAlive } from './carts';
import { tenantsWithCart } from './memory';
import { tabs } from './tabs';

/**
 * Keeps the buyer's carts on pages that show none: a reload of the catalogue or the sign-in page
 * must not lose the seats. Draws nothing.
 */
export function CartKeeper() {
  useEffect(() => {
    tabs.start();
    for (const tenant of tenantsWithCart()) void keep(tenant);
  }, []);
  return null;
}

async function keep(tenant: string): Promise<void> {
  if (isAlive(tenant)) return;
  const status = await cartWire(tenant).status();
  if (status === null) return;
  cartOf(tenant, status).receive(status);
  enliven(tenant);
}
