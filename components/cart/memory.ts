import { z } from 'zod';
import { liveLockSchema } from '@/lib/locks/schema';
import { readStored, rememberTenant, writeStored } from './remembered';

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
const rememberedSchema = z.object({
  locks: z.array(liveLockSchema),
  lapsed: z.array(wantSchema),
  unsent: z.array(wantSchema),
});

/** What this tab knew of a cart: what was held, and what lapsed or was not sent, and still waits. */
export type Remembered = z.infer<typeof rememberedSchema>;

const nothing: Remembered = { locks: [], lapsed: [], unsent: [] };

/** Nothing where nothing was kept, or where the browser forbids storage. */
export function recallCart(tenant: string): Remembered {
  const stored = readStored(() => sessionStorage.getItem(tabKey(tenant)));
  return rememberedSchema.safeParse(stored).data ?? nothing;
}

export function rememberCart(tenant: string, remembered: Remembered): void {
  writeStored(() => sessionStorage.setItem(tabKey(tenant), JSON.stringify(remembered)));
  rememberTenant(tenant, remembered.locks.length > 0);
}
