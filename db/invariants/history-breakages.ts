import { type Breakage, lockOn, standing } from './breakages';

/** Moves every ended lock to the history, as the product does with old ones. */
export const moveAll = `
  SELECT ensure_lock_history_month(at)
  FROM (SELECT DISTINCT date_trunc('month', locked_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS at
    FROM cart_item_locks) AS months;
  WITH gone AS (DELETE FROM cart_item_locks WHERE status <> 'active' RETURNING *)
  INSERT INTO cart_item_lock_history SELECT * FROM gone;`;

/** Ways to break what holds of locks in the history as well. */
export const historyBreakages: Breakage[] = [
  [
    'sale-has-lock',
    'a converted lock in the history that sold nothing',
    /^cart_item_locks [\da-f-]{36}$/,
    lockOn(standing('capacity = 5000'), { end: 'converted', reason: `'sale'` }) + moveAll,
  ],
  [
    'sale-has-lock',
    'an order item for more units than its lock in the history',
    /^order_items [\da-f-]{36}$/,
    `${moveAll} ALTER TABLE cart_item_lock_history DISABLE TRIGGER final_is_final;
     UPDATE cart_item_lock_history SET quantity = quantity + 1 WHERE id = (
       SELECT lock_id FROM order_items WHERE seat_id IS NULL LIMIT 1);
     ALTER TABLE cart_item_lock_history ENABLE TRIGGER final_is_final`,
  ],
  [
    'final-is-final',
    'the guard of the history switched off',
    /^cart_item_lock_history/,
    `${moveAll} ALTER TABLE cart_item_lock_history DISABLE TRIGGER final_is_final`,
  ],
  [
    'final-is-final',
    'an expired lock in the history whose buyer is said to have released it',
    /^cart_item_locks ./,
    lockOn(standing('capacity = 5000'), { end: 'expired', reason: `'buyer'` }) + moveAll,
  ],
  [
    'final-is-final',
    'a lock that is in the history and still among the others',
    /^cart_item_locks ./,
    `${moveAll} INSERT INTO cart_item_locks SELECT * FROM cart_item_lock_history
     WHERE status = 'expired' LIMIT 1`,
  ],
  [
    'tenant-wall',
    'an order whose lock is nowhere',
    /^order_(items|locks) /,
    `${moveAll} ALTER TABLE order_locks DISABLE TRIGGER has_lock;
     INSERT INTO orders (tenant_id, id, number, access_key, session_key, email, name, locale, total_minor, currency)
     SELECT tenant_id, gen_random_uuid(), 'B-NOWHERE', access_key, session_key, email, name, locale, 100, currency
     FROM orders LIMIT 1;
     INSERT INTO order_locks SELECT tenant_id, id, gen_random_uuid(), 1 FROM orders
     WHERE number = 'B-NOWHERE'`,
  ],
];
