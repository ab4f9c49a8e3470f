import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { epochMs, intArray, uuidArray } from '@/lib/sql';
import type { HeldRow } from './house';
import type { EndReason, LockRow } from './schema';

type Read = Omit<LockRow, 'session' | 'address' | 'lockedAt' | 'expiresAt'> & {
  seatId: number | null;
  sessionKey: string;
  addressHash: string | null;
  lockedAtMs: number;
  untilMs: number;
  version: string;
  live: boolean;
  reason: EndReason | null;
};

/** What became of the locks that were asked for. */
export type ReadLocks = { live: HeldRow[]; ended: { id: string; reason: EndReason }[] };

const columns = sql`
  l.id, l.cart_id AS "cartId", l.event_id AS "eventId", l.zone_id AS "zoneId", z.name AS "zoneName",
  l.seat_id AS "seatId", s.row, s.label AS seat, l.quantity,
  (l.price_at_lock::bigint * l.quantity)::float8 AS value, l.session_key AS "sessionKey",
  u.name AS account, l.address_hash AS "addressHash", l.device,
  ${epochMs(sql`l.locked_at`)} AS "lockedAtMs", ${epochMs(sql`l.expires_at`)} AS "untilMs",
  l.extensions, l.max_extensions AS "maxExtensions",
  CASE WHEN l.paying_at IS NOT NULL THEN 'paying' WHEN l.checkout_at IS NOT NULL THEN 'checkout'
    ELSE 'cart' END AS stage,
  l.former_expires_at IS NOT NULL AS leaving, l.xmin::text AS version,
  l.status = 'active' AND l.expires_at > clock_timestamp() AS live, l.end_reason AS reason`;

const names = sql`
  JOIN zones z ON z.tenant_id = l.tenant_id AND z.id = l.zone_id
  LEFT JOIN seats s ON s.tenant_id = l.tenant_id AND s.id = l.seat_id
  LEFT JOIN users u ON u.id = l.user_id`;

const ofHouse = (tenantId: number) => sql`
  FROM cart_item_locks l WHERE l.tenant_id = ${tenantId} AND l.status = 'active'
    AND l.expires_at > clock_timestamp()`;

/** The house's live locks, the newest `most` of them. */
export async function readHouse({ db, tenantId }: Context, most: number): Promise<HeldRow[]> {
  const read = await db.execute<Read>(sql`
    SELECT ${columns} FROM (
      SELECT l.*, l.xmin ${ofHouse(tenantId)} ORDER BY l.locked_at DESC, l.id LIMIT ${most}
    ) AS l ${names}`);
  return read.map(heldRow);
}

/** What each of the newest `most` live locks was last written by, and how many there are in all. */
export async function readVersions(
  { db, tenantId }: Context,
  most: number,
): Promise<{ versions: Map<string, string>; total: number }> {
  const [[count], read] = await Promise.all([
    db.execute<{ total: number }>(sql`SELECT count(*)::int AS total ${ofHouse(tenantId)}`),
    db.execute<{ id: string; version: string }>(sql`
      SELECT l.id, l.xmin::text AS version ${ofHouse(tenantId)}
      ORDER BY l.locked_at DESC, l.id LIMIT ${most}`),
  ]);
  const versions = new Map(read.map(({ id, version }) => [id, version]));
  return { versions, total: count?.total ?? 0 };
}

/** The locks of these ids, and those that hold these seats now. */
export async function readLocks(
  { db, tenantId }: Context,
  lockIds: string[],
  seatIds: number[],
): Promise<ReadLocks> {
  const read = await db.execute<Read>(sql`
    SELECT ${columns} FROM (
      SELECT *, xmin FROM cart_item_locks WHERE tenant_id = ${tenantId} AND id IN (
        SELECT unnest(${uuidArray(lockIds)})
        UNION
        SELECT id FROM cart_item_locks
        WHERE tenant_id = ${tenantId} AND status = 'active' AND seat_id = ANY(${intArray(seatIds)}))
    ) AS l ${names}`);
  return {
    live: read.filter(({ live }) => live).map(heldRow),
    ended: read.filter(({ live }) => !live).map((row) => ({ id: row.id, reason: reasonOf(row) })),
  };
}

/** Of one that ran out and is not written down yet, what it will be. */
function reasonOf({ reason, leaving }: Read): EndReason {
  return reason ?? (leaving ? 'tab_closed' : 'timeout');
}

function heldRow(read: Read): HeldRow {
  const { seatId, sessionKey, addressHash, lockedAtMs, untilMs, version, ...row } = read;
  const { live: _live, reason: _reason, ...told } = row;
  return {
    seatId,
    untilMs,
    version,
    told: {
      ...told,
      session: sessionName(sessionKey),
      address: addressName(addressHash),
      lockedAt: new Date(lockedAtMs).toISOString(),
      expiresAt: new Date(untilMs).toISOString(),
    },
  };
}
