import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { textArray } from '@/lib/sql';
import { knownOf, lastingMax, withRoom } from './policy';
import type { Finding, Lasting, RuleKind, Rules, SourceKind } from './schema';

const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'`;

type SourceRow = {
  sourceKind: SourceKind;
  source: string;
  units: number;
  locks: number;
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

/**
 * The greatest of the sources found, those of `known` and the others each by themselves: neither
 * takes the other's places.
 */
const greatest = (found: SQL, known: string[]) => sql`
  SELECT kind AS "sourceKind", source, locks, units FROM (
    SELECT kind, source, locks, units,
      row_number() OVER (PARTITION BY kind, source = ANY(${textArray(known)}) ORDER BY units DESC) AS place
    FROM (${found}) AS f) AS placed
  WHERE place <= ${lastingMax}`;

const unitKinds = {
  session: 'session_units',
  account: 'account_units',
  address: 'address_units',
} as const satisfies Record<SourceKind, RuleKind>;

/**
 * Sources that locked more than the rules allow within their windows.
 * @param seconds of the windows' end that is read, where not the whole of them
 */
export async function unitsBySource(
  { db, tenantId }: Context,
  rules: Rules,
  lasting: Lasting[],
  seconds = Number.POSITIVE_INFINITY,
): Promise<Finding[]> {
  const span = (kind: SourceKind) => Math.min(rules[unitKinds[kind]].windowSeconds, seconds);
  const over = (kind: SourceKind) => {
    const { enabled, threshold } = rules[unitKinds[kind]];
    return sql`(${sql.raw(kind)} > ${threshold}::float8 AND ${enabled}::boolean)`;
  };
  const within = (kind: SourceKind) =>
    sql`coalesce(sum(quantity) FILTER (WHERE locked_at >= ${ago(span(kind))}), 0)`;
  const longest = Math.max(span('session'), span('account'), span('address'));
  const columns = sql`${within('session')} AS session, ${within('account')} AS account,
    ${within('address')} AS address`;
  const found = sql`
    SELECT kind, source, locks, (CASE kind WHEN 'session' THEN session
      WHEN 'account' THEN account ELSE address END)::int AS units
    FROM (${bySource(tenantId, columns, ago(longest))}) AS s
    WHERE source IS NOT NULL AND CASE kind WHEN 'session' THEN ${over('session')}
      WHEN 'account' THEN ${over('account')} ELSE ${over('address')} END
      AND NOT (kind <> 'session' AND alone AND ${over('session')})`;
  const before = knownOf(lasting, ...Object.values(unitKinds));
  const rows = await db.execute<SourceRow>(greatest(found, before.sources));
  const findings = rows.map((row) => ofSource(unitKinds[row.sourceKind], row));
  return Object.values(unitKinds).flatMap((kind) =>
    withRoom(
      findings.filter((finding) => finding.kind === kind),
      before.has,
    ),
  );
}

const ofSource = (kind: RuleKind, { sourceKind, source, units, locks }: SourceRow): Finding => ({
  kind,
  sourceKind,
  source,
  eventId: null,
  count: units,
  also: { locks },
});

/**
 * Sources that lock and lock, and buy nothing: what has run out or was given back counts. What is
 * still in a cart may yet be bought, and what the staff took back is not the buyer's doing.
 */
export async function locksWithoutSale(
  { db, tenantId }: Context,
  { no_sale: rule }: Rules,
  lasting: Lasting[],
): Promise<Finding[]> {
  const isLost = sql`status IN ('expired', 'released') AND end_reason <> 'admin'
    OR status = 'active' AND expires_at <= now()`;
  const columns = sql`sum(quantity) FILTER (WHERE ${isLost})::int AS units,
    bool_or(status = 'converted') AS sold`;
  const found = sql`
    SELECT kind, source, locks, units
    FROM (${bySource(tenantId, columns, ago(rule.windowSeconds))}) AS s
    WHERE source IS NOT NULL AND units > ${rule.threshold}::float8 AND NOT sold
      AND (kind = 'session' OR NOT alone)`;
  const before = knownOf(lasting, 'no_sale');
  const rows = await db.execute<SourceRow>(greatest(found, before.sources));
  return withRoom(
    rows.map((row) => ofSource('no_sale', row)),
    before.has,
  );
}
