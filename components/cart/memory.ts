import { z } from 'zod';
import { liveLockSchema } from '@/lib/locks/schema';

const cartsKey = 'butaca.carts';
const tabKey = (tenant: string) => `butaca.cart.${tenant}`;

const wantSchema = z.object({
  units: z.int(),
  place: liveLockSchema
    .pick({
      eventId: true,
      eventName: true,
      zoneId: true,
      zoneName: true,
      seatId: true,
      row: true,
      seat: true,
      price: true,
    })
    .strip(),
});
const rememberedSchema = z.object({ locks: z.array(liveLockSchema), lapsed: z.array(wantSchema) });

/** What this tab knew of a cart: what was held, and what had lapsed and was not answered yet. */
export type Remembered = z.infer<typeof rememberedSchema>;

/** Nothing where nothing was kept, or where the browser forbids storage. */
export function recallCart(tenant: string): Remembered {
  return read(rememberedSchema, () => sessionStorage.getItem(tabKey(tenant))) ?? nothing;
}

export function rememberCart(tenant: string, { locks, lapsed }: Remembered): void {
  write(() => sessionStorage.setItem(tabKey(tenant), JSON.stringify({ locks, lapsed })));
  const others = tenantsWithCart().filter((other) => other !== tenant);
  const tenants = locks.length > 0 ? [...others, tenant] : others;
  write(() => localStorage.setItem(cartsKey, JSON.stringify(tenants)));
}

const nothing: Remembered = { locks: [], lapsed: [] };

/** The organizers with whom this browser has a cart, whatever page is open. */
export function tenantsWithCart(): string[] {
  return read(z.array(z.string()), () => localStorage.getItem(cartsKey)) ?? [];
}

function read<T>(schema: z.ZodType<T>, get: () => string | null): T | null {
  try {
    return schema.safeParse(JSON.parse(get() ?? 'null')).data ?? null;
  } catch (error) {
    // Storage may be forbidden, or hold what another version wrote: it is a convenience only.
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

function write(set: () => void): void {
  try {
    set();
  } catch (error) {
    // Forbidden or full: the cart itself is the server's.
    if (!(error instanceof DOMException)) throw error;
  }
}
