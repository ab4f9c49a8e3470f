import type postgres from 'postgres';
import type { Found } from './invariant';

/** Every way in which a row points at another: table, column, and the table it points at. */
const references: [child: string, column: string, parent: string][] = [
  ['events', 'venue_id', 'venues'],
  ['zones', 'event_id', 'events'],
  ['seats', 'event_id', 'events'],
  ['seats', 'zone_id', 'zones'],
  ['cart_item_locks', 'event_id', 'events'],
  ['cart_item_locks', 'zone_id', 'zones'],
  ['cart_item_locks', 'seat_id', 'seats'],
  ['order_locks', 'order_id', 'orders'],
  ['order_locks', 'lock_id', 'all_locks'],
  ['order_items', 'order_id', 'orders'],
  ['order_items', 'lock_id', 'all_locks'],
  ['order_items', 'zone_id', 'zones'],
  ['order_items', 'seat_id', 'seats'],
  ['payments', 'order_id', 'orders'],
  ['tickets', 'order_id', 'orders'],
  ['tickets', 'order_item_id', 'order_items'],
  ['tickets', 'zone_id', 'zones'],
  ['tickets', 'seat_id', 'seats'],
  ['job_steps', 'event_id', 'outbox'],
  ['cart_item_lock_history', 'event_id', 'events'],
  ['cart_item_lock_history', 'zone_id', 'zones'],
  ['cart_item_lock_history', 'seat_id', 'seats'],
  ['alerts', 'event_id', 'events'],
  ['lock_days', 'event_id', 'events'],
  ['cart_days', 'event_id', 'events'],
  ['seat_days', 'event_id', 'events'],
  ['seat_days', 'seat_id', 'seats'],
  ['view_days', 'event_id', 'events'],
  ['event_viewers', 'event_id', 'events'],
  ['counted_carts', 'event_id', 'events'],
];

/** Rows that point at what is not their own tenant's. */
export async function strangers(tx: postgres.TransactionSql, max: number): Promise<Found[]> {
  const found: Found[] = [];
  for (const [child, column, parent] of references) {
    const rows = await tx<Found[]>`
      SELECT c.tenant_id AS "tenantId", ${child}::text || ' ' || c.${tx(column)} AS row,
        format('points by %s at a row of %s that is not its tenant''s', ${column}::text, ${parent}::text) AS why
      FROM ${tx(child)} c
      WHERE c.${tx(column)} IS NOT NULL AND NOT EXISTS (
        SELECT FROM ${tx(parent)} p WHERE p.tenant_id = c.tenant_id AND p.id = c.${tx(column)})
      LIMIT ${max}`;
    found.push(...rows);
  }
  return found;
}
