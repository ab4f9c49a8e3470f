import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { textArray } from '@/lib/sql';
import {
  findingsMax,
  isOver,
  shareIsOver,
  shareUnitsMin,
  spikeIsOver,
  spikeLocksMin,
} from './policy';
import type { Finding, Rule, RuleKind, SourceKind } from './schema';

/** The rules by their kind. */
export type Rules = Record<RuleKind, Rule>;

const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'`;

type SourceRow = {
  sourceKind: SourceKind;
  source: string;
  units: number;
  locks: number;
  alone: boolean;
};

/**
 * Locks since a moment by each source there is, in one reading. `alone`: behind the account or the
 * address there is one session only, so that the session's own rule speaks of it.
 */
const bySource = (tenantId: number, columns: SQL, since: SQL) => sql`
  SELECT CASE WHEN grouping(session_key) = 0 THEN 'session'
              WHEN grouping(user_id) = 0 THEN 'account' ELSE 'address' END AS kind,
    coalesce(session_key, user_id::text, address_hash) AS source,
    min(hashtext(session_key)) = max(hashtext(session_key)) AS alone, count(*)::int AS locks, ${columns}
  FROM cart_item_locks
  WHERE tenant_id = ${tenantId} AND locked_at >= ${since}
  GROUP BY GROUPING SETS ((session_key), (user_id), (address_hash))`;

const unitKinds = {
  session: 'session_units',
  account: 'account_units',
  address: 'address_units',
} as const satisfies Record<SourceKind, RuleKind>;

/**
 * Sources that locked more than the rules allow within their windows, those of `known` first: where
 * there are more than are told, the ones of before do not make room for others each time.
 * @param seconds of the windows' end that is read, where not the whole of them
 */
export async function unitsBySource(
  { db, tenantId }: Context,
  rules: Rules,
  known: string[],
  seconds = Number.POSITIVE_INFINITY,
): Promise<Finding[]> {
  const span = (kind: SourceKind) => Math.min(rules[unitKinds[kind]].windowSeconds, seconds);
  const over = (kind: SourceKind) => {
    const { enabled, threshold } = rules[unitKinds[kind]];
    return sql`(${sql.raw(kind)} > ${threshold} AND ${enabled}::boolean)`;
  };
  const within = (kind: SourceKind) =>
    sql`coalesce(sum(quantity) FILTER (WHERE locked_at >= ${ago(span(kind))}), 0)`;
  const longest = Math.max(span('session'), span('account'), span('address'));
  const columns = sql`${within('session')} AS session, ${within('account')} AS account,
    ${within('address')} AS address`;
  const rows = await db.execute<SourceRow>(sql`
    SELECT kind AS "sourceKind", source, locks, alone,
      (CASE kind WHEN 'session' THEN session WHEN 'account' THEN account ELSE address END)::int AS units
    FROM (${bySource(tenantId, columns, ago(longest))}) AS s
    WHERE source IS NOT NULL AND CASE kind WHEN 'session' THEN ${over('session')}
      WHEN 'account' THEN ${over('account')} ELSE ${over('address')} END
    ORDER BY source = ANY(${textArray(known)}) DESC, units DESC LIMIT ${findingsMax}`);
  return rows.flatMap(({ sourceKind, source, units, locks, alone }) => {
    const rule = rules[unitKinds[sourceKind]];
    const told = sourceKind !== 'session' && alone && isOver(rules.session_units, units);
    if (!isOver(rule, units) || told) return [];
    return [{ kind: rule.kind, sourceKind, source, eventId: null, count: units, also: { locks } }];
  });
}

/**
 * Sources that lock and lock, and buy nothing: what has run out or was given back counts. What is
 * still in a cart may yet be bought, and what the staff took back is not the buyer's doing. Those of
 * `known` come first.
 */
export async function locksWithoutSale(
  { db, tenantId }: Context,
  { no_sale: rule }: Rules,
  known: string[],
): Promise<Finding[]> {
  const isLost = sql`status IN ('expired', 'released') AND end_reason <> 'admin'
    OR status = 'active' AND expires_at <= now()`;
  const columns = sql`sum(quantity) FILTER (WHERE ${isLost})::int AS units,
    bool_or(status = 'converted') AS sold`;
  const rows = await db.execute<SourceRow>(sql`
    SELECT kind AS "sourceKind", source, locks, units
    FROM (${bySource(tenantId, columns, ago(rule.windowSeconds))}) AS s
    WHERE source IS NOT NULL AND units > ${rule.threshold} AND NOT sold
      AND (kind = 'session' OR NOT alone)
    ORDER BY source = ANY(${textArray(known)}) DESC, units DESC LIMIT ${findingsMax}`);
  return rows.map(({ sourceKind, source, units, locks }) => ({
    kind: 'no_sale',
    sourceKind,
    source,
    eventId: null,
    count: units,
    also: { locks },
  }));
}

/** Events of which a great share is in carts at this moment. */
export async function sharesHeld(
  { db, tenantId }: Context,
  { event_share: rule }: Rules,
): Promise<Finding[]> {
  const rows = await db.execute<{ eventId: string; held: number; capacity: number }>(sql`
    WITH held AS MATERIALIZED (
      SELECT event_id, sum(quantity)::int AS held FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at > now()
      GROUP BY event_id HAVING sum(quantity) > ${shareUnitsMin})
    SELECT event_id AS "eventId", held, (SELECT sum(capacity) FROM zones z
      WHERE z.tenant_id = ${tenantId} AND z.event_id = h.event_id)::int AS capacity
    FROM held h ORDER BY held DESC LIMIT ${findingsMax}`);
  return rows
    .filter((row) => shareIsOver(rule, row))
    .map(({ eventId, held, capacity }) => ({
      kind: 'event_share',
      sourceKind: null,
      source: '',
      eventId,
      count: held / capacity,
      also: { held, capacity },
    }));
}

/** Events that are locked far more than in the hour before. */
export async function spikes(
  { db, tenantId }: Context,
  { spike: rule }: Rules,
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
    FROM recent r WHERE seconds >= ${rule.windowSeconds + 3_600}
    ORDER BY recent DESC LIMIT ${findingsMax}`);
  return rows.flatMap(({ eventId, recent, before, onSaleSeconds }) => {
    const usual = (before * rule.windowSeconds) / 3_600;
    if (!spikeIsOver(rule, { recent, usual, onSaleSeconds })) return [];
    return [
      { kind: 'spike', sourceKind: null, source: '', eventId, count: recent, also: { usual } },
    ];
  });
}
