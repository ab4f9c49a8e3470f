import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { asksCarts, ofCarts } from './cart-rows';
import { keyOf, outcomeOf, stageOf, within } from './lock-facts';
import type { LockPage, LockRecord, RowsCount, RowsFilter } from './schema';

type Row = Omit<LockRecord, 'session' | 'address' | 'value'> & {
  sessionKey: string;
  addressHash: string | null;
  micros: string;
};

const rowsMax = 1_000;
const iso = (column: SQL) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The locks behind a figure, newest first.
 * @param filter.cursor where the page before ended, or the one after began.
 * @param limit of one page, up to 1,000.
 */
export async function lockRows(
  ctx: Context,
  { cursor, toward = 'older', ...filter }: RowsFilter,
  limit = 100,
): Promise<LockPage> {
  const most = Math.min(limit, rowsMax);
  const back = cursor !== undefined && toward === 'newer';
  const order = back ? sql`l.locked_at, l.id` : sql`l.locked_at DESC, l.id DESC`;
  const rows = await inTenant(ctx, ({ db }) =>
    db.execute<Row>(sql`
      SELECT l.id, l.cart_id AS "cartId", l.event_id AS "eventId", e.name AS "eventName",
        l.zone_id AS "zoneId", z.name AS "zoneName", l.seat_id AS "seatId", s.row, s.label AS seat,
        l.quantity, l.price_at_lock AS price, l.session_key AS "sessionKey", u.name AS account,
        l.address_hash AS "addressHash", coalesce(l.device, 'unknown') AS device,
        ${iso(sql`l.locked_at`)} AS "lockedAt", ${iso(sql`l.expires_at`)} AS "expiresAt",
        ${iso(sql`l.ended_at`)} AS "endedAt", ${outcomeOf} AS outcome, ${stageOf} AS stage,
        l.extensions, (extract(epoch FROM l.locked_at) * 1000000)::bigint::text AS micros
      FROM (
        SELECT * FROM all_locks l WHERE ${matching(ctx, filter)} ${beyond(cursor, back)}
        ORDER BY ${order} LIMIT ${most + 1}
      ) l
      JOIN events e ON e.tenant_id = l.tenant_id AND e.id = l.event_id
      JOIN zones z ON z.tenant_id = l.tenant_id AND z.id = l.zone_id
      LEFT JOIN seats s ON s.tenant_id = l.tenant_id AND s.id = l.seat_id
      LEFT JOIN users u ON u.id = l.user_id
      ORDER BY ${order}`),
  );
  const more = rows.length > most;
  const shown = back ? rows.slice(0, most).reverse() : rows.slice(0, most);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    rows: shown.map(recordOf),
    next: last && (back || more) ? cursorOf(last) : null,
    previous: first && (back ? more : cursor !== undefined) ? cursorOf(first) : null,
  };
}

const cursorOf = ({ micros, id }: Row) => `${micros}.${id}`;

/** How many there are behind the filter, over all pages. */
export async function countRows(ctx: Context, filter: RowsFilter): Promise<RowsCount> {
  const [count] = await inTenant(ctx, ({ db }) =>
    db.execute<RowsCount>(sql`
      SELECT count(*)::int AS locks, coalesce(sum(l.quantity), 0)::float8 AS units,
        coalesce(sum(l.quantity * l.price_at_lock::bigint), 0)::float8 AS value,
        count(DISTINCT (l.event_id, l.cart_id))::int AS carts
      FROM all_locks l WHERE ${matching(ctx, filter)}`),
  );
  return count ?? { locks: 0, units: 0, value: 0, carts: 0 };
}

function matching(ctx: Context, filter: RowsFilter): SQL {
  const { outcome, stage, zoneId, price, hour, device, extensions, seatId } = filter;
  const parts = [asksCarts(filter) ? ofCarts(ctx, filter) : within(ctx, filter)];
  if (outcome === 'lost') parts.push(sql`${outcomeOf} NOT IN ('sale', 'open')`);
  else if (outcome) parts.push(sql`${outcomeOf} = ${outcome}`);
  if (stage) parts.push(sql`${stageOf} = ${stage}`);
  if (zoneId !== undefined) parts.push(sql`l.zone_id = ${zoneId}`);
  if (price !== undefined) parts.push(sql`l.price_at_lock = ${price}`);
  if (hour !== undefined) parts.push(sql`${keyOf(ctx, 'hour')} = ${String(hour)}`);
  if (device) parts.push(sql`coalesce(l.device, 'unknown') = ${device}`);
  if (extensions !== undefined) parts.push(sql`l.extensions = ${extensions}`);
  if (seatId !== undefined) parts.push(sql`l.seat_id = ${seatId}`);
  return sql.join(parts, sql` AND `);
}

function beyond(cursor: string | undefined, back: boolean): SQL {
  if (!cursor) return sql``;
  const [micros, id] = cursor.split('.') as [string, string];
  return sql`AND (l.locked_at, l.id) ${back ? sql`>` : sql`<`}
    ('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`;
}

function recordOf({ sessionKey, addressHash, micros: _, ...row }: Row): LockRecord {
  return {
    ...row,
    value: row.quantity * row.price,
    session: sessionName(sessionKey),
    address: addressName(addressHash),
  };
}
