/**
 * The organizers with whom this browser has a cart, whatever page is open. Kept apart and small:
 * every page asks, also those that show no cart.
 */
export const cartsKey = 'butaca.carts';

/** What one tab knew of its cart. */
export const tabKey = (tenant: string) => `butaca.cart.${tenant}`;

export function tenantsWithCart(): string[] {
  const stored = readStored(() => localStorage.getItem(cartsKey));
  return Array.isArray(stored) ? stored.filter((slug) => typeof slug === 'string') : [];
}

/** Whether this browser has a cart with an organizer, or this tab had one. */
export function isRemembered(tenant: string): boolean {
  if (tenantsWithCart().includes(tenant)) return true;
  return readStored(() => sessionStorage.getItem(tabKey(tenant))) !== null;
}

export function rememberTenant(tenant: string, holds: boolean): void {
  const before = tenantsWithCart();
  // Writing wakes the other tabs: only what is new is written.
  if (before.includes(tenant) === holds) return;
  const others = before.filter((other) => other !== tenant);
  const tenants = holds ? [...others, tenant] : others;
  writeStored(() => localStorage.setItem(cartsKey, JSON.stringify(tenants)));
}

/** What storage holds; null where it holds nothing of use or may not be read. */
export function readStored(get: () => string | null): unknown {
  try {
    return JSON.parse(get() ?? 'null');
  } catch (error) {
    // Storage may be forbidden, or hold what another version wrote: it is a convenience only.
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeStored(set: () => void): void {
  try {
    set();
  } catch (error) {
    // Forbidden or full: the cart itself is the server's.
    if (!(error instanceof DOMException)) throw error;
  }
}
