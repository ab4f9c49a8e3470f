import { z } from 'zod';
import { type LiveLock, liveLockSchema } from '@/lib/locks/schema';

const cartsKey = 'butaca.carts';
const locksKey = (tenant: string) => `butaca.locks.${tenant}`;

/** What this tab knew of a cart before it was reloaded. Without storage: nothing. */
export function recallLocks(tenant: string): LiveLock[] {
  return read(z.array(liveLockSchema), () => sessionStorage.getItem(locksKey(tenant)));
}

export function rememberLocks(tenant: string, locks: readonly LiveLock[]): void {
  write(() => sessionStorage.setItem(locksKey(tenant), JSON.stringify(locks)));
}

/** The organizers with whom this browser has a cart, whatever page is open. */
export function tenantsWithCart(): string[] {
  return read(z.array(z.string()), () => localStorage.getItem(cartsKey));
}

export function rememberCart(tenant: string, holds: boolean): void {
  const others = tenantsWithCart().filter((other) => other !== tenant);
  const tenants = holds ? [...others, tenant] : others;
  write(() => localStorage.setItem(cartsKey, JSON.stringify(tenants)));
}

function read<T>(schema: z.ZodType<T[]>, get: () => string | null): T[] {
  try {
    const parsed = schema.safeParse(JSON.parse(get() ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    // Storage may be forbidden, or hold what another version wrote: it is a convenience only.
    if (error instanceof DOMException || error instanceof SyntaxError) return [];
    throw error;
  }
}

function write(set: () => void): void {
  try {
    set();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
