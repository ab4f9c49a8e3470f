import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { aroundOf, asksCarts, ofCarts } from './cart-rows';
import { keyOf, ofEvent, outcomeOf, stageOf, within } from './lock-facts';
import { type Micros, momentOf, type Part } from './moments';
import type { LockRecord, RowsCount, RowsFilter } from './schema';
import { type Stretch, stretch } from './stretch';

export type Row = Omit<LockRecord, 'session' | 'address' | 'value'> & {
  sessionKey: string;
  addressHash: string | null;
  /** When it was made, in microseconds since 1970. */
  micros: string;
};

export type Asked = { filter: RowsFilter; cursor?: string; back: boolean };

const iso = (column: SQL) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const microsOf = (column: SQL) => sql`(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

/** The locks of a part, in the order in which they are asked for. */
export async function readRows(
  ctx: Context,
  { filter, cursor, back }: Asked,
  part: Part,
  most: number,
): Promise<Row[]> {
  const order = back ? sql`l.locked_at, l.id` : sql`l.locked_at DESC, l.id DESC`;
  const from = (table: SQL) => sql`(SELECT * FROM ${table} l
    WHERE ${matching(ctx, filter, part.stretch && stretchOf(part.stretch))} ${beyond(cursor, back)}
    ORDER BY ${order} LIMIT ${most})`;
  return await ctx.db.execute<Row>(sql`
      SELECT l.id, l.cart_id AS "cartId", l.event_id AS "eventId", e.name AS "eventName",
        ${iso(sql`e.starts_at`)} AS "eventStartsAt",
        l.zone_id AS "zoneId", z.name AS "zoneName", l.seat_id AS "seatId", s.row, s.label AS seat,
        l.quantity, l.price_at_lock AS price, l.session_key AS "sessionKey", u.name AS account,
        l.address_hash AS "addressHash", coalesce(l.device, 'unknown') AS device,
        ${iso(sql`l.locked_at`)} AS "lockedAt", ${iso(sql`l.expires_at`)} AS "expiresAt",
        ${iso(sql`l.ended_at`)} AS "endedAt", ${outcomeOf} AS outcome, ${stageOf} AS stage,
        l.extensions, ${microsOf(sql`l.locked_at`)} AS micros
      FROM (
        SELECT * FROM (${fromBoth(from, part)}) l
        ORDER BY ${order} LIMIT ${most}
      ) l
      JOIN events e ON e.tenant_id = l.tenant_id AND e.id = l.event_id
      JOIN zones z ON z.tenant_id = l.tenant_id AND z.id = l.zone_id
      LEFT JOIN seats s ON s.tenant_id = l.tenant_id AND s.id = l.seat_id
      LEFT JOIN users u ON u.id = l.user_id
      ORDER BY ${order}`);
}

/** Each table by its own index: a view of both would be read whole. */
const fromBoth = (from: (table: SQL) => SQL, { live }: Part) =>
  live
    ? from(sql`cart_item_locks`)
    : sql`${from(sql`cart_item_locks`)} UNION ALL ${from(sql`cart_item_lock_history`)}`;

/** When the lock was made that `locks` others of the part come before; null where it has no more. */
export async function momentAfter(
  ctx: Context,
  { filter, back }: Pick<Asked, 'filter' | 'back'>,
  part: Required<Part>,
  locks: number,
): Promise<number | null> {
  const order = back ? sql`l.locked_at` : sql`l.locked_at DESC`;
  const from = (table: SQL) => sql`(SELECT l.locked_at FROM ${table} l
    WHERE l.tenant_id = ${ctx.tenantId} ${ofEvent(filter)} ${ofZonesEvent(ctx, filter)} AND ${stretch(stretchOf(part.stretch))}
    ORDER BY ${order} LIMIT ${locks + 1})`;
  const [row] = await ctx.db.execute<{ micros: string }>(sql`
    SELECT ${microsOf(sql`l.locked_at`)} AS micros FROM (${fromBoth(from, part)}) l
    ORDER BY ${order} OFFSET ${locks} LIMIT 1`);
  return row ? Number(row.micros) : null;
}

const stretchOf = ({ from, to }: Micros): Stretch => ({
  from: sql`${momentOf(from)}::timestamptz`,
  to: sql`${momentOf(to)}::timestamptz`,
});

/** How many there are behind the filter, over all pages, one by one: a year takes seconds. */
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

const ofZonesEvent = ({ tenantId }: Context, { zoneId }: RowsFilter): SQL =>
  zoneId === undefined
    ? sql``
    : sql`AND l.event_id = (
        SELECT event_id FROM zones WHERE tenant_id = ${tenantId} AND id = ${zoneId})`;

function matching(ctx: Context, filter: RowsFilter, part?: Stretch): SQL {
  const { outcome, stage, zoneId, price, hour, device, extensions, seatId } = filter;
  const parts: SQL[] = [];
  if (outcome === 'lost') parts.push(sql`${outcomeOf} NOT IN ('sale', 'open')`);
  // A lock that only ran out has no reason written down yet; these always have.
  else if (outcome === 'sale' || outcome === 'buyer' || outcome === 'admin') {
    parts.push(sql`l.end_reason = ${outcome}`);
  } else if (outcome) parts.push(sql`${outcomeOf} = ${outcome}`);
  if (stage) parts.push(sql`${stageOf} = ${stage}`);
  if (zoneId !== undefined) {
    // Its event is said as well, because locks are found by it.
    parts.push(sql`l.zone_id = ${zoneId} ${ofZonesEvent(ctx, filter)}`);
  }
  if (price !== undefined) parts.push(sql`l.price_at_lock = ${price}`);
  if (hour !== undefined) parts.push(sql`${keyOf(ctx, 'hour')} = ${String(hour)}`);
  if (device) parts.push(sql`coalesce(l.device, 'unknown') = ${device}`);
  if (extensions !== undefined) parts.push(sql`l.extensions = ${extensions}`);
  if (seatId !== undefined) parts.push(sql`l.seat_id = ${seatId}`);
  if (asksCarts(filter)) parts.push(ofCarts(ctx, filter, part ?? aroundOf(filter)));
  else {
    if (part) parts.push(stretch(part));
    // Last, because the organizer's clock is asked of what is left.
    parts.push(within(ctx, filter));
  }
  return sql.join(parts, sql` AND `);
}

function beyond(cursor: string | undefined, back: boolean): SQL {
  if (!cursor) return sql``;
  const [micros, id] = cursor.split('.') as [string, string];
  return sql`AND (l.locked_at, l.id) ${back ? sql`>` : sql`<`}
    ('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`;
}
