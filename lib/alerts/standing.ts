import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { isBehind, isLive, raisedAlert, whose } from './behind';
import { iso } from './queries';
import type { AlertStanding, SourceDeed } from './schema';

/** More than is ever done about one alert. */
const deedsMax = 50;

/**
 * How an alert's source, or its event, stands at this moment, and what staff did about it; null of a
 * test and of what is not there.
 */
export async function alertStanding(ctx: Context, alertId: string): Promise<AlertStanding | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const alert = await raisedAlert({ db, tenantId }, alertId);
    if (!alert || alert.kind === 'test') return null;
    const { sourceKind, source, raisedAt, endedAt } = alert;
    const [held] = await db.execute<{ units: number }>(sql`
      SELECT coalesce(sum(l.quantity), 0)::int AS units FROM cart_item_locks l
      WHERE l.tenant_id = ${tenantId} AND ${whose(alert)} AND ${isLive}`);
    const [pause] = await db.execute<{ id: string; until: string }>(sql`
      SELECT id, ${iso('until')} AS until FROM cool_downs
      WHERE tenant_id = ${tenantId} AND source_kind = ${sourceKind} AND source = ${source}
        AND until > clock_timestamp() ORDER BY cool_downs.until DESC LIMIT 1`);
    const deeds = await db.execute<SourceDeed>(sql`
      WITH log AS (
        SELECT * FROM audit_log WHERE tenant_id = ${tenantId} AND at >= ${raisedAt}::timestamptz
          AND at < coalesce(${endedAt}::timestamptz, clock_timestamp()) + interval '1 day'
      ), paused AS (
        SELECT id FROM cool_downs
        WHERE tenant_id = ${tenantId} AND source_kind = ${sourceKind} AND source = ${source}
          AND started_at >= ${raisedAt}::timestamptz
      ), let_go AS (
        SELECT log.id, count(*)::int AS listed, count(l.id)::int AS own FROM log
        CROSS JOIN jsonb_array_elements_text(log.after -> 'lockIds') AS one
        LEFT JOIN all_locks l ON ${isBehind(tenantId, alert)} AND l.id = one::uuid
        WHERE log.action = 'locks.released' GROUP BY log.id
      )
      SELECT log.id, log.user_name AS by, ${iso('log.at')} AS at, log.reason,
        CASE log.action WHEN 'source.cooled' THEN 'paused' WHEN 'source.warmed' THEN 'resumed'
          WHEN 'source.kept' THEN 'kept' ELSE 'released' END AS kind,
        CASE WHEN let_go.listed = let_go.own OR log.action = 'source.kept'
            THEN (log.after ->> 'locks')::int
          ELSE let_go.own END AS locks
      FROM log LEFT JOIN let_go ON let_go.id = log.id
      WHERE let_go.own > 0
        OR (log.action IN ('source.cooled', 'source.kept') AND log.after ->> 'alertId' = ${alertId})
        OR (log.action = 'source.warmed' AND log.after ->> 'coolDownId' IN (SELECT id::text FROM paused))
      ORDER BY log.at, log.id LIMIT ${deedsMax}`);
    return { held: held?.units ?? 0, pause: pause ?? null, deeds: [...deeds] };
  });
}
