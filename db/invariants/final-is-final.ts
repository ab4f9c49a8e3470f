import { type Found, foundMax, type Invariant } from './invariant';

/**
 * No final state ever changes. What data can tell of it: a state and its reason belong together,
 * only an ended lock has an end, and the trigger that refuses a change is in force. Wherever the lock
 * lies by now, which is in one place.
 */
export const finalIsFinal: Invariant = {
  name: 'final-is-final',
  find: (tx) => tx<Found[]>`
    SELECT NULL::int AS "tenantId", part.name AS row,
      'the trigger final_is_final is missing or switched off' AS why
    FROM (
      SELECT relid::regclass::text AS name, relid FROM pg_partition_tree('cart_item_lock_history')
      UNION ALL SELECT 'cart_item_locks', 'cart_item_locks'::regclass) AS part
    WHERE NOT EXISTS (
      SELECT FROM pg_trigger WHERE tgrelid = part.relid
        AND tgname = 'final_is_final' AND tgenabled IN ('O', 'A'))
    UNION ALL
    SELECT l.tenant_id, 'cart_item_locks ' || l.id, 'in the history as well'
    FROM cart_item_locks l JOIN cart_item_lock_history h ON h.tenant_id = l.tenant_id AND h.id = l.id
    UNION ALL
    SELECT tenant_id, 'cart_item_locks ' || id,
      format('%s, with the reason %s and the end %s', status,
        coalesce(end_reason, 'none'), coalesce(ended_at::text, 'none'))
    FROM all_locks
    WHERE (ended_at IS NULL) <> (status = 'active') OR NOT CASE status
      WHEN 'active' THEN end_reason IS NULL
      WHEN 'expired' THEN end_reason IS NOT DISTINCT FROM 'timeout'
      WHEN 'released' THEN coalesce(end_reason, '') IN ('buyer', 'tab_closed', 'admin')
      WHEN 'converted' THEN end_reason IS NOT DISTINCT FROM 'sale'
      ELSE false END
    LIMIT ${foundMax}`,
};
