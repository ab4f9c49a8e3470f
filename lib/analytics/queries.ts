import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { cartSums } from './carts';
import { within } from './lock-facts';
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
import { daySums, lockSums, noSums } from './sums';

export { countRows, lockRows } from './rows';

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
  return (await lockSums(ctx, filter, null)).get('') ?? noSums();
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
  const cartsOf = new Map(carts.map((day) => [day.day, day]));
  return daysOf(filter).map((day) => {
    const sums = locks.get(day) ?? noSums();
    const { made, sold, lost, open } = split(sums, 'locks');
    const value = split(sums, 'value');
    return {
      day,
      locks: made,
      sold,
      lost,
      open,
      carts: cartsOf.get(day)?.carts ?? 0,
      cartsSold: cartsOf.get(day)?.sold ?? 0,
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
  return await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<SeatFigures>(sql`
      SELECT w.seat_id AS "seatId", s.zone_id AS "zoneId", z.name AS "zoneName", s.row,
        s.label AS seat, w.locks, w.sold, w.abandoned
      FROM (
        SELECT l.seat_id, count(*)::int AS locks,
          count(*) FILTER (WHERE l.status = 'converted')::int AS sold,
          count(*) FILTER (WHERE l.status <> 'converted'
            AND (l.status <> 'active' OR l.expires_at <= now()))::int AS abandoned
        FROM all_locks l WHERE ${within(ctx, filter)} AND l.seat_id IS NOT NULL
        GROUP BY l.seat_id
      ) w
      JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = w.seat_id
      JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = s.zone_id
      WHERE w.abandoned > 0
      ORDER BY w.abandoned DESC, w.locks DESC, w.seat_id LIMIT ${limit}`),
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
