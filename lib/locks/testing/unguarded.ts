import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { intArray } from '@/lib/sql';
import type { SeatFacts } from '../claim';

/** `guardSeats` with the guard switched off: the same read, and no row is held while deciding. */
export async function readSeats(
  { db, tenantId }: Context,
  seatIds: number[],
): Promise<Map<number, SeatFacts>> {
  const rows = await db.execute<SeatFacts>(sql`
    SELECT id, zone_id AS "zoneId", row, label, status, price_minor AS "priceMinor" FROM seats
    WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})`);
  return new Map(rows.map((seat) => [seat.id, seat]));
}
