import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { readCartDays } from './cart-days';
import { aroundOf, asksCarts, ofCarts } from './cart-rows';
import { keyOf, outcomeOf, stageOf, within } from './lock-facts';
import { readMark } from './mark';
import { readRowDays, spansOf } from './row-days';
import type { LockPage, LockRecord, RowsCount, RowsFilter } from './schema';
import { type Stretch, stretch } from './stretch';

type Row = Omit<LockRecord, 'session' | 'address' | 'value'> & {
  sessionKey: string;
  addressHash: string | null;
  micros: string;
};

const rowsMax = 1_000;
/** Of a search in one go, where the rarest condition is not rare. */
const spanLocksMax = 50_000;
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
  const rows = await inTenant(ctx, async (inside) => {
    const found: Row[] = [];
    for (const part of await partsOf(inside, { ...filter, cursor, toward }, back, most)) {
      found.push(
        ...(await readRows(inside, { filter, cursor, back, part, most: most + 1 - found.length })),
      );
      if (found.length > most) break;
    }
    return found;
  });
  const more = rows.length > most;
  const shown = back ? rows.slice(0, most).reverse() : rows.slice(0, most);
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    rows: shown.map(recordOf),
    next: last && (back || more) ? cursorOf(last) : null,
    previous: first && (back ? more : cursor !== undefined) ? cursorOf(first) : null,
  };
}

type Asked = { filter: RowsFilter; cursor?: string; back: boolean; part: Part; most: number };

async function readRows(ctx: Context, { filter, cursor, back, part, most }: Asked): Promise<Row[]> {
  const order = back ? sql`l.locked_at, l.id` : sql`l.locked_at DESC, l.id DESC`;
  const from = (table: SQL) => sql`(SELECT * FROM ${table} l
    WHERE ${matching(ctx, filter, part)} ${beyond(cursor, back)}
    ORDER BY ${order} LIMIT ${most})`;
  // Each table by its own index: a view of both would be read whole.
  const history = part.live ? sql`` : sql`UNION ALL ${from(sql`cart_item_lock_history`)}`;
  return await ctx.db.execute<Row>(sql`
      SELECT l.id, l.cart_id AS "cartId", l.event_id AS "eventId", e.name AS "eventName",
        l.zone_id AS "zoneId", z.name AS "zoneName", l.seat_id AS "seatId", s.row, s.label AS seat,
        l.quantity, l.price_at_lock AS price, l.session_key AS "sessionKey", u.name AS account,
        l.address_hash AS "addressHash", coalesce(l.device, 'unknown') AS device,
        ${iso(sql`l.locked_at`)} AS "lockedAt", ${iso(sql`l.expires_at`)} AS "expiresAt",
        ${iso(sql`l.ended_at`)} AS "endedAt", ${outcomeOf} AS outcome, ${stageOf} AS stage,
        l.extensions, (extract(epoch FROM l.locked_at) * 1000000)::bigint::text AS micros
      FROM (
        SELECT * FROM (${from(sql`cart_item_locks`)} ${history}) l
        ORDER BY ${order} LIMIT ${most}
      ) l
      JOIN events e ON e.tenant_id = l.tenant_id AND e.id = l.event_id
      JOIN zones z ON z.tenant_id = l.tenant_id AND z.id = l.zone_id
      LEFT JOIN seats s ON s.tenant_id = l.tenant_id AND s.id = l.seat_id
      LEFT JOIN users u ON u.id = l.user_id
      ORDER BY ${order}`);
}

/** A stretch of time to search; `live`: nothing of it is in the history. */
type Part = Partial<Stretch> & { live: boolean };

/** In the order in which they are to be searched. */
async function partsOf(
  ctx: Context,
  filter: RowsFilter,
  back: boolean,
  most: number,
): Promise<Part[]> {
  // Few rows, by an index of their own.
  if (filter.seatId !== undefined) return [{ live: false }];
  const mark = await readMark(ctx);
  const days = await (asksCarts(filter) ? readCartDays(ctx, filter) : readRowDays(ctx, filter));
  const recent = { from: sql`${mark}::timestamptz`, live: true };
  const counted = spansOf(days, most, spanLocksMax).map(({ from, to }) => ({
    from: sql`${`${from}T00:00:00Z`}::timestamptz`,
    to: sql`least(${`${to}T00:00:00Z`}::timestamptz + interval '1 day', ${mark}::timestamptz)`,
    live: false,
  }));
  return back ? [...counted.reverse(), recent] : [recent, ...counted];
}

const cursorOf = ({ micros, id }: Row) => `${micros}.${id}`;

/** How many there are behind the filter, over all pages. */
export async function countRows(ctx: Context, filter: RowsFilter): Promise<RowsCount> {
  const [count] = await inTenant(ctx, ({ db }) =>
    db.execute<RowsCount>(sql`
      SELECT count(*)::int AS locks, coalesce(sum(l.quantity), 0)::float8 AS units,
        coalesce(sum(l.quantity * l.price_at_lock::bigint), 0)::float8 AS value,
        count(DISTINCT (l.event_id, l.cart_id))::int AS carts
      FROM all_locks l WHERE ${matching(ctx, filter, {})}`),
  );
  return count ?? { locks: 0, units: 0, value: 0, carts: 0 };
}

function matching(ctx: Context, filter: RowsFilter, { from, to }: Partial<Stretch>): SQL {
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
    parts.push(sql`l.zone_id = ${zoneId} AND l.event_id = (
      SELECT event_id FROM zones WHERE tenant_id = ${ctx.tenantId} AND id = ${zoneId})`);
  }
  if (price !== undefined) parts.push(sql`l.price_at_lock = ${price}`);
  if (hour !== undefined) parts.push(sql`${keyOf(ctx, 'hour')} = ${String(hour)}`);
  if (device) parts.push(sql`coalesce(l.device, 'unknown') = ${device}`);
  if (extensions !== undefined) parts.push(sql`l.extensions = ${extensions}`);
  if (seatId !== undefined) parts.push(sql`l.seat_id = ${seatId}`);
  if (asksCarts(filter)) parts.push(ofCarts(ctx, filter, from ? { from, to } : aroundOf(filter)));
  else {
    if (from) parts.push(stretch({ from, to }));
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

function recordOf({ sessionKey, addressHash, micros: _, ...row }: Row): LockRecord {
  return {
    ...row,
    value: row.quantity * row.price,
    session: sessionName(sessionKey),
    address: addressName(addressHash),
  };
}
