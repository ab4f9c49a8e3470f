import { type SQL, sql } from 'drizzle-orm';
import { config } from '@/lib/config';
import type { Context } from '@/lib/context';
import { type LockSettings, type OwnSettings, settingsFrom } from '@/lib/settings';
import { epochMs } from '@/lib/sql';

const columns: SQL = sql`s.cart_lock_duration AS duration, s.cart_lock_warning AS warning,
  s.max_locks_per_session AS limit, s.auto_extend_locks AS "autoExtend",
  s.max_extensions AS extensions, s.abandon_grace_seconds AS "graceSeconds",
  s.payment_window AS "paymentWindow", s.orphan_rule AS "orphanRule"`;

/** The tenant's settings where it has any, else those of the environment. Call inside `inTenant`. */
export async function readLockSettings({ db, tenantId }: Context): Promise<LockSettings> {
  const [row] = await db.execute<OwnSettings>(
    sql`SELECT ${columns} FROM tenant_settings s WHERE s.tenant_id = ${tenantId}`,
  );
  return settingsFrom(row, config().locks);
}

/** What holds in a tenant at one moment of the database's clock. */
export type HouseRules = { nowMs: number; currency: string; settings: LockSettings };

/** The clock, the currency and the settings with one statement. Call inside `inTenant`. */
export async function readHouseRules({ db, tenantId }: Context): Promise<HouseRules> {
  const [row] = await db.execute<OwnSettings & { nowMs: number; currency: string }>(sql`
    SELECT ${epochMs(sql`clock_timestamp()`)} AS "nowMs", t.currency, ${columns}
    FROM tenants t LEFT JOIN tenant_settings s ON s.tenant_id = t.id WHERE t.id = ${tenantId}`);
  if (!row) throw new Error(`there is no tenant ${tenantId}`);
  return { nowMs: row.nowMs, currency: row.currency, settings: settingsFrom(row, config().locks) };
}
