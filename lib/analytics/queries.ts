import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { cartSums } from './carts';
import { madeWithin, ofEvent } from './lock-facts';
import { notCounted, readMark } from './mark';
import { daysOf } from './policy';
import type {
  ByOutcome,
  CartsBack,
  Conversion,
  DayFigures,
  Dimension,
  Filter,
  Funnel,
  LossRow,
  SeatFigures,
  Split,
  Sums,
} from './schema';
import { noSums } from './sum-columns';
import { daySums, lockSums } from './sums';

export { countRows } from './row-query';
export { lockRows } from './rows';

/** Visitors of the event's page, and how far the carts begun in the period came. */
export async function funnel(ctx: Context, filter: Filter): Promise<Funnel> {
  const [viewed, carts] = await Promise.all([visitors(ctx, filter), cartSums(ctx, filter)]);
  return {
    viewed,
    locked: total(carts, (day) => day.carts),
    checkout: total(carts, (day) => day.checkout),
    paying: total(carts, (day) => day.paying),
    sold: total(carts, (day) => day.sold),
  };
}

/** What was sold of what was locked, and how long that took. */
export async function conversion(ctx: Context, filter: Filter): Promise<Conversion> {
  const [sums, carts] = await Promise.all([byReason(ctx, filter), cartSums(ctx, filter)]);
  const made = total(carts, (day) => day.carts);
  const sold = total(carts, (day) => day.sold);
  const open = total(carts, (day) => day.open);
  const convertMs = total(carts, (day) => day.convertMs);
  return {
    locks: split(sums, 'locks'),
    units: split(sums, 'units'),
    value: split(sums, 'value'),
    carts: { made, sold, open, lost: made - sold - open },
    timeToConvert: {
      meanMs: sold === 0 ? null : convertMs / sold,
      within: Array.from({ length: 8 }, (_, at) => total(carts, (day) => day.soldWithin[at] ?? 0)),
    },
  };
}

/** What became of the locks made in the period. */
export async function byReason(ctx: Context, filter: Filter): Promise<ByOutcome> {
  return (await lockSums(ctx, filter, 'all')).get('') ?? noSums();
}

/** The same by stage, zone, price, hour, device or extensions; a row for each key that occurs. */
export async function lossBy(
  ctx: Context,
  filter: Filter,
  dimension: Dimension,
): Promise<LossRow[]> {
  const sums = await lockSums(ctx, filter, dimension);
  return [...sums].map(([key, byOutcome]) => ({ key, ...byOutcome }));
}

/** A row for each day of the period. */
export async function byDay(ctx: Context, filter: Filter): Promise<DayFigures[]> {
  const [locks, carts] = await Promise.all([daySums(ctx, filter), cartSums(ctx, filter)]);
  return daysOf(filter).map((day) => {
    const sums = locks.get(day) ?? noSums();
    const { made, sold, lost, open } = split(sums, 'locks');
    const value = split(sums, 'value');
    const begun = carts.filter((row) => row.day === day);
    return {
      day,
      locks: made,
      sold,
      lost,
      open,
      carts: total(begun, (row) => row.carts),
      cartsSold: total(begun, (row) => row.sold),
      value: value.made,
      valueSold: value.sold,
    };
  });
}

/** Seats of an event by how often they were locked and not sold, the worst first. */
export async function worstSeats(
  ctx: Context,
  filter: Filter & { eventId: string },
  limit: number,
): Promise<SeatFigures[]> {
  const { tenantId } = ctx;
  return await inTenant(ctx, async (inside) =>
    inside.db.execute<SeatFigures>(sql`
      WITH worst AS (
        SELECT seat_id, sum(locks)::int AS locks, sum(sold)::int AS sold, sum(abandoned)::int AS abandoned
        FROM (
          SELECT d.seat_id, d.locks, d.sold, d.abandoned FROM seat_days d
          WHERE d.tenant_id = ${tenantId} ${ofEvent(filter, 'd')}
            AND d.day BETWEEN ${filter.from}::date AND ${filter.to}::date
          UNION ALL
          SELECT l.seat_id, 1, (l.status = 'converted')::int,
            (l.status <> 'converted' AND (l.status <> 'active' OR l.expires_at <= now()))::int
          FROM cart_item_locks l
          WHERE ${notCounted(ctx, await readMark(inside))} ${ofEvent(filter)}
            AND ${madeWithin(ctx, filter)} AND l.seat_id IS NOT NULL
        ) AS counts
        GROUP BY seat_id HAVING sum(abandoned) > 0
        ORDER BY 4 DESC, 2 DESC, 1 LIMIT ${limit}
      )
      SELECT w.seat_id AS "seatId", s.zone_id AS "zoneId", z.name AS "zoneName", s.row,
        s.label AS seat, w.locks, w.sold, w.abandoned
      FROM worst w
      JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = w.seat_id
      JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = s.zone_id
      ORDER BY w.abandoned DESC, w.locks DESC, w.seat_id`),
  );
}

/** Carts of buyers who came back after having lost one. */
export async function cartsBack(ctx: Context, filter: Filter): Promise<CartsBack> {
  const carts = await cartSums(ctx, filter);
  return { back: total(carts, (day) => day.back), backSold: total(carts, (day) => day.backSold) };
}

async function visitors(ctx: Context, { eventId, from, to }: Filter): Promise<number> {
  const [row] = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<{ visitors: number }>(sql`
      SELECT coalesce(sum(visitors), 0)::int AS visitors FROM view_days
      WHERE tenant_id = ${tenantId} ${eventId ? sql`AND event_id = ${eventId}` : sql``}
        AND day BETWEEN ${from}::date AND ${to}::date`),
  );
  return row?.visitors ?? 0;
}

const total = <T>(rows: T[], of: (row: T) => number) =>
  rows.reduce((sum, row) => sum + Number(of(row)), 0);

function split(sums: ByOutcome, of: keyof Sums): Split {
  const all = Object.values(sums);
  const made = total(all, (sum) => sum[of]);
  const [sold, open] = [sums.sale[of], sums.open[of]];
  return { made, sold, open, lost: made - sold - open };
}
