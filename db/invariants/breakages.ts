import type { InvariantName } from './invariant';

/** Makes a lock where `from` finds a place: live, or ended as told. */
export const lockOn = (from: string, { quantity = 1, end = 'active', reason = 'NULL' } = {}) => `
  INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, seat_id, quantity,
    locked_at, expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
  SELECT tenant_id, gen_random_uuid(), repeat('k', 40), event_id, zone_id, seat_id, ${quantity},
    now(), now() + interval '5 minutes', '${end}', 100,
    CASE WHEN '${end}' <> 'active' THEN now() END, ${reason}, 900000, 10
  FROM (${from} LIMIT 1) AS place;`;
const heldSeat = `SELECT * FROM cart_item_locks WHERE status = 'active' AND seat_id IS NOT NULL`;
const seatThat = (is: string) => `SELECT *, id AS seat_id FROM seats WHERE status = '${is}'`;
export const standing = (where: string) =>
  `SELECT *, id AS zone_id, NULL::int AS seat_id FROM zones WHERE kind = 'general' AND ${where}`;
export const paidOrder = `SELECT order_id FROM order_items WHERE seat_id IS NULL ORDER BY id LIMIT 1`;
/** What a refund does to a ticket; whether money goes back is another matter. */
export const voidTicket = `
  WITH gone AS (
    UPDATE tickets SET status = 'void'
    WHERE id = (SELECT id FROM tickets WHERE order_id = (${paidOrder}) LIMIT 1)
    RETURNING tenant_id, zone_id
  )
  UPDATE zones z SET sold = sold - 1 FROM gone
  WHERE z.tenant_id = gone.tenant_id AND z.id = gone.zone_id;`;

/** A promise, a way to break it, the row to name, and the statements that do it. */
export type Breakage = [invariant: InvariantName, what: string, row: RegExp, statements: string];

/** Ways to break each promise, guards taken away where they would refuse, and the row to name. */
export const breakages: Breakage[] = [
  [
    'one-claim-per-seat',
    'two live locks on one seat',
    /^seats \d+$/,
    `DROP INDEX one_claim_per_seat; ${lockOn(heldSeat)}`,
  ],
  ['one-claim-per-seat', 'a live lock on a sold seat', /^seats \d+$/, lockOn(seatThat('sold'))],
  [
    'capacity',
    'a place held in a standing zone that is sold out',
    /^zones \d+$/,
    lockOn(standing('sold = capacity')),
  ],
  [
    'session-limit',
    'a session that holds 51 places',
    /^session k{40}$/,
    lockOn(standing('capacity = 5000'), { quantity: 51 }),
  ],
  [
    'sale-has-lock',
    'a converted lock that sold nothing',
    /^cart_item_locks [\da-f-]{36}$/,
    lockOn(standing('capacity = 5000'), { end: 'converted', reason: `'sale'` }),
  ],
  [
    'sale-has-lock',
    'a sold seat without a ticket',
    /^seats \d+$/,
    `UPDATE seats SET status = 'sold' WHERE id = (SELECT id FROM seats WHERE status = 'blocked' LIMIT 1)`,
  ],
  [
    'sale-has-lock',
    'an order item for more units than its lock',
    /^order_items [\da-f-]{36}$/,
    `ALTER TABLE cart_item_locks DISABLE TRIGGER final_is_final;
     UPDATE cart_item_locks SET quantity = quantity + 1 WHERE id = (
       SELECT lock_id FROM order_items WHERE seat_id IS NULL LIMIT 1);
     ALTER TABLE cart_item_locks ENABLE TRIGGER final_is_final`,
  ],
  [
    'bounded-life',
    'a lock that lives for a day',
    /^cart_item_locks [\da-f-]{36}$/,
    `ALTER TABLE cart_item_locks DROP CONSTRAINT bounded_life;
     UPDATE cart_item_locks SET expires_at = locked_at + interval '1 day' WHERE status = 'active'`,
  ],
  [
    'final-is-final',
    'the guard of final states switched off',
    /^cart_item_locks$/,
    `ALTER TABLE cart_item_locks DISABLE TRIGGER final_is_final`,
  ],
  [
    'final-is-final',
    'an expired lock whose buyer is said to have released it',
    /^cart_item_locks ./,
    lockOn(standing('capacity = 5000'), { end: 'expired', reason: `'buyer'` }),
  ],
  [
    'database-time',
    'an order paid in an hour from now',
    /^orders [\da-f-]{36}$/,
    `UPDATE orders SET paid_at = now() + interval '1 hour' WHERE id = (${paidOrder})`,
  ],
  [
    'database-time',
    'a lock that ended before it began',
    /^cart_item_locks [\da-f-]{36}$/,
    `ALTER TABLE cart_item_locks DISABLE TRIGGER final_is_final;
     UPDATE cart_item_locks SET ended_at = locked_at - interval '1 second' WHERE id = (
       SELECT id FROM cart_item_locks WHERE status = 'expired' LIMIT 1);
     ALTER TABLE cart_item_locks ENABLE TRIGGER final_is_final`,
  ],
  [
    'derived',
    'a counter that counts one ticket too many',
    /^zones \d+$/,
    `UPDATE zones SET sold = sold + 1 WHERE id = (
       SELECT id FROM zones WHERE kind = 'numbered' AND sold < capacity LIMIT 1)`,
  ],
  [
    'paid-is-kept',
    'money captured for an order that was never completed',
    /^orders [\da-f-]{36}$/,
    `UPDATE orders SET status = 'pending' WHERE id = (${paidOrder})`,
  ],
  ['paid-is-kept', 'a ticket taken back without a refund', /^orders [\da-f-]{36}$/, voidTicket],
  [
    'paid-is-kept',
    'a ticket taken back where only a second payment was refunded',
    /^orders [\da-f-]{36}$/,
    `${voidTicket} INSERT INTO payments SELECT tenant_id, gen_random_uuid(), order_id, provider,
       reference || ' again', 'refunded', amount_minor FROM payments WHERE order_id = (${paidOrder})`,
  ],
  [
    'paid-is-kept',
    'an order that sold less than it was opened for',
    /^orders [\da-f-]{36}$/,
    `UPDATE order_locks SET quantity = quantity + 1 WHERE order_id = (${paidOrder})`,
  ],
  [
    'tenant-wall',
    'a table without row-level security',
    /^seats$/,
    'ALTER TABLE seats DISABLE ROW LEVEL SECURITY',
  ],
  [
    'tenant-wall',
    'a policy that lets everyone in',
    /^orders$/,
    'CREATE POLICY everyone ON orders FOR SELECT USING (true)',
  ],
  [
    'tenant-wall',
    'a table without its policy',
    /^payments$/,
    'DROP POLICY tenant_wall ON payments',
  ],
  [
    'tenant-wall',
    'the app owning a table',
    /^role butaca_app$/,
    'ALTER TABLE outbox OWNER TO butaca_app',
  ],
  [
    'tenant-wall',
    'an event at another tenant’s venue',
    /^events ./,
    `ALTER TABLE events DROP CONSTRAINT events_tenant_id_venue_id_venues_tenant_id_id_fk;
     UPDATE events e SET venue_id = v.id FROM venues v WHERE v.tenant_id <> e.tenant_id`,
  ],
];
