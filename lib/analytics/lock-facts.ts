import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Dimension, Filter } from './schema';

/** The organizer's time zone, read once a statement. */
const zoneOf = ({ tenantId }: Context) =>
  sql`(SELECT time_zone FROM tenants WHERE id = ${tenantId})`;

/** What became of the lock `l`; one that ran out has, whether or not a sweep has written it down. */
export const outcomeOf = sql`CASE WHEN l.status <> 'active' THEN l.end_reason
  WHEN l.expires_at > now() THEN 'open'
  WHEN l.former_expires_at IS NOT NULL THEN 'tab_closed' ELSE 'timeout' END`;

/** How far it came. */
export const stageOf = sql`CASE WHEN l.paying_at IS NOT NULL OR l.status = 'converted' THEN 'paying'
  WHEN l.checkout_at IS NOT NULL THEN 'checkout' ELSE 'cart' END`;

/** A moment's day by the organizer's clock. */
export const dayOf = (ctx: Context, moment: SQL = sql`l.locked_at`) =>
  sql`(${moment} AT TIME ZONE ${zoneOf(ctx)})::date`;

export const worthOf = sql`l.quantity * l.price_at_lock::bigint`;

/** The key of `l` in a dimension, as text. */
export function keyOf(ctx: Context, dimension: Dimension): SQL {
  return {
    stage: stageOf,
    zone: sql`l.zone_id::text`,
    price: sql`l.price_at_lock::text`,
    hour: sql`extract(hour FROM l.locked_at AT TIME ZONE ${zoneOf(ctx)})::int::text`,
    device: sql`coalesce(l.device, 'unknown')`,
    extensions: sql`l.extensions::text`,
  }[dimension];
}

export const ofEvent = ({ eventId }: Filter, alias = 'l'): SQL =>
  eventId ? sql`AND ${sql.raw(alias)}.event_id = ${eventId}` : sql``;

/**
 * Made in the period, by the day as the organizer's clock has it. The wider bounds, which no time
 * zone passes, are there for the indexes.
 */
export function madeWithin(ctx: Context, { from, to }: Filter): SQL {
  return sql`l.locked_at >= ${from}::date - interval '1 day'
    AND l.locked_at < ${to}::date + interval '2 days'
    AND ${dayOf(ctx)} BETWEEN ${from}::date AND ${to}::date`;
}

/** Of the tenant, the event and the period. */
export const within = (ctx: Context, filter: Filter): SQL =>
  sql`l.tenant_id = ${ctx.tenantId} ${ofEvent(filter)} AND ${madeWithin(ctx, filter)}`;
