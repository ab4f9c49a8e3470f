import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { iso } from './queries';
import type { LockBehind, SourceKind } from './schema';

/** More than anybody reads of one alert; the rest is counted. */
const shownMax = 100;

/** An alert as its locks are found by it. */
type Raised = {
  kind: string;
  sourceKind: SourceKind | null;
  source: string;
  eventId: string | null;
  raisedAt: string;
  endedAt: string | null;
  windowSeconds: number;
  now: string;
};

const columnOf = {
  session: sql`l.session_key`,
  account: sql`l.user_id::text`,
  address: sql`l.address_hash`,
} as const satisfies Record<SourceKind, SQL>;

/**
 * The locks that an alert speaks of, newest first: made from a window before it was raised until it
 * ended. `live` of them are still held.
 */
export async function locksBehind(
  ctx: Context,
  alertId: string,
): Promise<{ locks: LockBehind[]; total: number; live: number; now: string }> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const alert = await raisedAlert({ db, tenantId }, alertId);
    const now = alert?.now ?? '';
    if (!alert || alert.kind === 'test') return { locks: [], total: 0, live: 0, now };
    const which = isBehind(tenantId, alert);
    const [counted] = await db.execute<{ total: number; live: number }>(sql`
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${isLive}))::int AS live
      FROM all_locks l WHERE ${which}`);
    const rows = await db.execute<
      LockBehind & { sessionKey: string; addressHash: string | null }
    >(sql`
      SELECT l.id, e.name AS "eventName", ${iso('e.starts_at')} AS "eventStartsAt", z.name AS "zoneName", s.row, s.label AS seat, l.quantity,
        l.price_at_lock * l.quantity AS "priceMinor", t.currency, l.session_key AS "sessionKey",
        u.name AS account, l.address_hash AS "addressHash", ${iso('l.locked_at')} AS "lockedAt",
        CASE WHEN ${isLive} THEN 'live' WHEN l.status <> 'active' THEN l.end_reason
          WHEN l.former_expires_at IS NULL THEN 'timeout' ELSE 'tab_closed' END AS state
      FROM (SELECT * FROM all_locks l WHERE ${which} ORDER BY l.locked_at DESC LIMIT ${shownMax}) AS l
      JOIN tenants t ON t.id = ${tenantId}
      JOIN events e ON e.tenant_id = ${tenantId} AND e.id = l.event_id
      JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = l.zone_id
      LEFT JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = l.seat_id
      LEFT JOIN users u ON u.id = l.user_id
      ORDER BY l.locked_at DESC, l.id`);
    const locks = rows.map(({ sessionKey, addressHash, ...lock }) => ({
      ...lock,
      session: sessionName(sessionKey),
      address: addressName(addressHash),
    }));
    return { locks, total: counted?.total ?? 0, live: counted?.live ?? 0, now };
  });
}

export async function raisedAlert(
  { db, tenantId }: Pick<Context, 'db' | 'tenantId'>,
  alertId: string,
): Promise<Raised | undefined> {
  const [alert] = await db.execute<Raised>(sql`
    SELECT kind, source_kind AS "sourceKind", source, event_id AS "eventId",
      raised_at::text AS "raisedAt", ended_at::text AS "endedAt",
      (figures->>'windowSeconds')::float8 AS "windowSeconds", ${iso('clock_timestamp()')} AS now
    FROM alerts WHERE tenant_id = ${tenantId} AND id = ${alertId}`);
  return alert;
}

/** Of locks as `l`: those that are still held. */
export const isLive = sql`l.status = 'active' AND l.expires_at > clock_timestamp()`;

/** Of locks as `l`: those that the alert speaks of. */
export const isBehind = (tenantId: number, alert: Raised): SQL => sql`
  l.tenant_id = ${tenantId} AND ${whose(alert)}
  AND l.locked_at >= ${alert.raisedAt}::timestamptz - ${spanOf(alert)} * interval '1 second'
  AND l.locked_at <= coalesce(${alert.endedAt}::timestamptz, clock_timestamp())`;

/** Of locks as `l`: those of the alert's source, or of its event. */
export function whose({ sourceKind, source, eventId }: Raised): SQL {
  if (sourceKind) return sql`${columnOf[sourceKind]} = ${source}`;
  return sql`l.event_id = ${eventId}`;
}

/** What an event's carts hold was locked some time before: two lives of an ordinary lock. */
const spanOf = ({ kind, windowSeconds }: Raised): number =>
  kind === 'event_share' ? 1_800 : windowSeconds;
