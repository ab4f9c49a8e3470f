import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import {
  knownOf,
  shareIsOver,
  shareUnitsFloor,
  spikeIsOver,
  spikeLocksMin,
  withRoom,
} from './policy';
import type { Finding, Lasting, RuleKind, Rules } from './schema';

const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'`;

/** Events of which a great share is in carts at this moment. */
export async function sharesHeld(
  { db, tenantId }: Context,
  { event_share: rule }: Rules,
  lasting: Lasting[],
): Promise<Finding[]> {
  const rows = await db.execute<{ eventId: string; held: number; capacity: number }>(sql`
    WITH held AS MATERIALIZED (
      SELECT event_id, sum(quantity)::int AS held FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at > now()
      GROUP BY event_id HAVING sum(quantity) > ${shareUnitsFloor(true)}::float8)
    SELECT event_id AS "eventId", held, (SELECT sum(capacity) FROM zones z
      WHERE z.tenant_id = ${tenantId} AND z.event_id = h.event_id)::int AS capacity
    FROM held h`);
  const before = knownOf(lasting, 'event_share');
  const findings = rows.flatMap(({ eventId, held, capacity }): Finding[] => {
    const finding = { ...ofEvent('event_share', eventId), count: held / capacity };
    if (!shareIsOver(rule, { held, capacity, lasts: before.has(finding) })) return [];
    return [{ ...finding, also: { held, capacity } }];
  });
  return withRoom(findings, before.has);
}

const ofEvent = <K extends RuleKind>(kind: K, eventId: string) => ({
  kind,
  sourceKind: null,
  source: '',
  eventId,
});

/** Events that are locked far more than in the hour before. */
export async function spikes(
  { db, tenantId }: Context,
  { spike: rule }: Rules,
  lasting: Lasting[],
): Promise<Finding[]> {
  const rows = await db.execute<{
    eventId: string;
    recent: number;
    before: number;
    onSaleSeconds: number;
  }>(sql`
    WITH recent AS MATERIALIZED (
      SELECT l.event_id, l.recent, extract(epoch FROM now() - e.sale_starts_at)::float8 AS seconds
      FROM (SELECT event_id, count(*)::int AS recent FROM cart_item_locks
        WHERE tenant_id = ${tenantId} AND locked_at >= ${ago(rule.windowSeconds)}
        GROUP BY event_id HAVING count(*) > ${spikeLocksMin}) AS l
      JOIN events e ON e.tenant_id = ${tenantId} AND e.id = l.event_id)
    SELECT event_id AS "eventId", recent, seconds AS "onSaleSeconds", (
      SELECT count(*) FROM cart_item_locks b WHERE b.tenant_id = ${tenantId}
        AND b.event_id = r.event_id AND b.locked_at < ${ago(rule.windowSeconds)}
        AND b.locked_at >= ${ago(rule.windowSeconds + 3_600)})::int AS before
    FROM recent r WHERE seconds >= ${rule.windowSeconds + 3_600}`);
  const findings = rows.flatMap(({ eventId, recent, before, onSaleSeconds }): Finding[] => {
    const usual = (before * rule.windowSeconds) / 3_600;
    if (!spikeIsOver(rule, { recent, usual, onSaleSeconds })) return [];
    return [{ ...ofEvent('spike', eventId), count: recent, also: { usual } }];
  });
  return withRoom(findings, knownOf(lasting, 'spike').has);
}
