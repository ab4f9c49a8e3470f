import { cartWire } from './cart-wire';
import { cartOf, enliven, isAlive } from './carts';
import { tabs } from './tabs';

/** A server that does not answer is asked again, for about as long as the grace lasts. */
const triesMax = 8;
const retryMs = 4_000;

const looking = new Set<string>();

/** Counts this page among the open ones, and brings carts to life that it does not show. */
export function keepCarts(tenants: readonly string[]): void {
  tabs.start();
  for (const tenant of tenants) {
    if (isAlive(tenant) || looking.has(tenant)) continue;
    looking.add(tenant);
    void look(tenant, triesMax);
  }
}

async function look(tenant: string, triesLeft: number): Promise<void> {
  const status = isAlive(tenant) ? null : await cartWire(tenant).status();
  if (status !== null) {
    cartOf(tenant, status).receive(status);
    enliven(tenant);
  } else if (triesLeft > 1 && !isAlive(tenant)) {
    window.setTimeout(() => void look(tenant, triesLeft - 1), retryMs);
    return;
  }
  looking.delete(tenant);
}
