import { sql } from 'drizzle-orm';
import { convertMinutes } from './schema';

const minuteMs = 60_000;
/** How long after a lost cart another one of its session is a return. */
export const backHours = 24;
export const backWithin = sql.raw(`interval '${backHours} hours'`);

/** Over carts of a tenant, each with its `began` and whether it was `sold`: its session lost one before. */
export const isBack = sql`coalesce(bool_or(NOT sold) OVER (
  PARTITION BY event_id, session_key ORDER BY began
  RANGE BETWEEN ${backWithin} PRECEDING AND interval '1 microsecond' PRECEDING), false)`;

/** What a cart came to, over its locks `l`: one that was sold has been at each step before. */
export const cartColumns = sql`min(l.locked_at) AS began, max(l.locked_at) AS last_locked,
  bool_or(l.checkout_at IS NOT NULL OR l.paying_at IS NOT NULL OR l.status = 'converted') AS checkout,
  bool_or(l.paying_at IS NOT NULL OR l.status = 'converted') AS paying,
  bool_or(l.status = 'converted') AS sold,
  min(l.ended_at) FILTER (WHERE l.status = 'converted') AS sold_at`;

/** From the first lock of the cart `c` to its first sale. */
export const convertMs = sql`floor(extract(epoch FROM c.sold_at - c.began) * 1000)::bigint`;

/** The columns of `cart_days`, from carts `c` that know whether they are `back`. */
export const cartCounts = sql`count(*)::int AS carts,
  count(*) FILTER (WHERE c.checkout)::int AS checkout, count(*) FILTER (WHERE c.paying)::int AS paying,
  count(*) FILTER (WHERE c.sold)::int AS sold, count(*) FILTER (WHERE c.back)::int AS back,
  count(*) FILTER (WHERE c.back AND c.sold)::int AS back_sold,
  ARRAY[${sql.join(soldWithin(), sql`, `)}] AS sold_within,
  coalesce(sum(${convertMs}) FILTER (WHERE c.sold), 0)::bigint AS convert_ms`;

/** Sold carts under each bound of `convertMinutes`, and those over the last. */
function soldWithin() {
  const bounds = [...convertMinutes.map((minutes) => minutes * minuteMs), null];
  return bounds.map((until, at) => {
    const from = sql`${convertMs} >= ${sql.raw(String(bounds[at - 1] ?? 0))}`;
    const under = until === null ? sql`` : sql`AND ${convertMs} < ${sql.raw(String(until))}`;
    return sql`count(*) FILTER (WHERE c.sold AND ${at === 0 ? sql`true` : from} ${under})::int`;
  });
}
