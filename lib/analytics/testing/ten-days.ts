import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { seeded } from '@/db/seed/random';
import type { Hall } from '@/db/testing/hall';

const minute = 60_000;
const ends = {
  timeout: 'expired',
  buyer: 'released',
  tab_closed: 'released',
  admin: 'released',
  sale: 'converted',
} as const;

/** Ten days of carts: one to four locks each, some sessions with two carts, and every outcome. */
export async function writeTenDays(admin: postgres.Sql, hall: Hall): Promise<void> {
  const random = seeded(7);
  const any = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const now = Date.now();
  const sessions: string[] = [];
  const rows = Array.from({ length: 400 }, () => {
    const session =
      random() < 0.3 && sessions.length > 0 ? any(sessions) : randomUUID().padEnd(40, 'x');
    sessions.push(session);
    const began = now - random() * 10 * 24 * 60 * minute - 2 * 60 * minute;
    const [cart, reached, device] = [randomUUID(), any([0, 1, 2]), any(['phone', 'desktop', null])];
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const reason = any(Object.keys(ends) as (keyof typeof ends)[]);
      const at = began + random() * 30 * minute;
      const seat = random() < 0.6 ? any(hall.seatIds) : null;
      return {
        tenant_id: hall.tenantId,
        id: randomUUID(),
        session_key: session,
        event_id: hall.eventId,
        zone_id: seat === null ? hall.general : hall.numbered,
        seat_id: seat,
        quantity: seat === null ? 1 + Math.floor(random() * 4) : 1,
        locked_at: new Date(at),
        expires_at: new Date(at + 15 * minute),
        status: ends[reason],
        price_at_lock: any([2_000, 4_500]),
        ended_at: new Date(at + random() * 15 * minute),
        end_reason: reason,
        duration_ms: 15 * minute,
        max_extensions: 10,
        extensions: any([0, 0, 1, 3]),
        cart_id: cart,
        device,
        checkout_at: reached > 0 ? new Date(at) : null,
        paying_at: reached > 1 ? new Date(at) : null,
      };
    });
  }).flat();
  await admin`INSERT INTO cart_item_locks ${admin(rows)}`;
}
