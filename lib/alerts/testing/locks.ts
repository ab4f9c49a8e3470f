import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { Hall } from '@/db/testing/hall';

type Locks = {
  /** How many locks of one unit, or the units of one. */
  count: number;
  quantity?: number;
  sessionKey?: string;
  userId?: string | null;
  addressHash?: string | null;
  /** How long ago they were made. */
  secondsAgo?: number;
  status?: 'active' | 'converted' | 'released';
};

export const newSession = () => randomBytes(20).toString('hex');
export const newAddress = () => randomBytes(11).toString('hex');

/** Writes locks of a hall's general zone as if they had been made a while ago. */
export async function writeLocks(admin: postgres.Sql, hall: Hall, locks: Locks): Promise<void> {
  const { count, quantity = 1, secondsAgo = 0, status = 'active' } = locks;
  const { sessionKey = newSession(), userId = null, addressHash = null } = locks;
  const reason = { active: null, converted: 'sale', released: 'buyer' }[status];
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, address_hash, event_id, zone_id,
      quantity, locked_at, expires_at, status, price_at_lock, ended_at, end_reason, duration_ms,
      max_extensions)
    SELECT ${hall.tenantId}, gen_random_uuid(), ${sessionKey}, ${userId}, ${addressHash},
      ${hall.eventId}, ${hall.general}, ${quantity},
      clock_timestamp() - ${secondsAgo} * interval '1 second',
      clock_timestamp() - ${secondsAgo} * interval '1 second' + interval '15 minutes', ${status},
      2000, CASE WHEN ${reason}::text IS NOT NULL THEN clock_timestamp() END, ${reason}, 900000, 10
    FROM generate_series(1, ${count})`;
}

/** Moves a tenant's locks and alerts into the past, as if so much time had gone by. */
export async function letTimePass(
  admin: postgres.Sql,
  { tenantId }: Hall,
  seconds: number,
): Promise<void> {
  const back = admin`${seconds} * interval '1 second'`;
  await admin.begin(async (sql) => {
    await sql`ALTER TABLE cart_item_locks DISABLE TRIGGER USER`;
    await sql`UPDATE cart_item_locks SET locked_at = locked_at - ${back},
      expires_at = expires_at - ${back} WHERE tenant_id = ${tenantId}`;
    await sql`ALTER TABLE cart_item_locks ENABLE TRIGGER USER`;
    await sql`UPDATE alerts SET raised_at = raised_at - ${back}, seen_at = seen_at - ${back}
      WHERE tenant_id = ${tenantId}`;
  });
}
