import { type SQL, sql } from 'drizzle-orm';
import { config } from '@/lib/config';
import type { Context } from '@/lib/context';
import type { LockSettings, OrphanRule } from '@/lib/settings';
import { epochMs } from '@/lib/sql';

export type SettingsRow = {
  duration: number | null;
  warning: number | null;
  limit: number | null;
  autoExtend: boolean | null;
  extensions: number | null;
  graceSeconds: number | null;
  paymentWindow: number | null;
  orphanRule: OrphanRule | null;
};

const minutes = (value: number | null | undefined, inheritedMs: number) =>
  value == null ? inheritedMs : Math.round(value * 60_000);

/** What a tenant's row, where it has one, makes of the inherited settings. */
export function settingsFrom(row: SettingsRow | undefined, inherited: LockSettings): LockSettings {
  const grace = row?.graceSeconds;
  const durationMs = minutes(row?.duration, inherited.durationMs);
  return {
    durationMs,
    // However short the duration, the warning leaves the greater part of it in peace.
    warningMs: Math.min(minutes(row?.warning, inherited.warningMs), Math.round(durationMs / 3)),
    maxLocksPerSession: row?.limit ?? inherited.maxLocksPerSession,
    autoExtend: row?.autoExtend ?? inherited.autoExtend,
    maxExtensions: row?.extensions ?? inherited.maxExtensions,
    abandonGraceMs: grace == null ? inherited.abandonGraceMs : Math.round(grace * 1000),
    paymentWindowMs: minutes(row?.paymentWindow, inherited.paymentWindowMs),
    orphanRule: row?.orphanRule ?? inherited.orphanRule,
  };
}

const columns: SQL = sql`s.cart_lock_duration AS duration, s.cart_lock_warning AS warning,
  s.max_locks_per_session AS limit, s.auto_extend_locks AS "autoExtend",
  s.max_extensions AS extensions, s.abandon_grace_seconds AS "graceSeconds",
  s.payment_window AS "paymentWindow", s.orphan_rule AS "orphanRule"`;

/** The tenant's settings where it has any, else those of the environment. Call inside `inTenant`. */
export async function readLockSettings({ db, tenantId }: Context): Promise<LockSettings> {
  const [row] = await db.execute<SettingsRow>(
    sql`SELECT ${columns} FROM tenant_settings s WHERE s.tenant_id = ${tenantId}`,
  );
  return settingsFrom(row, config().locks);
}

/** What holds in a tenant at one moment of the database's clock. */
export type HouseRules = { nowMs: number; currency: string; settings: LockSettings };

/** The clock, the currency and the settings with one statement. Call inside `inTenant`. */
export async function readHouseRules({ db, tenantId }: Context): Promise<HouseRules> {
  const [row] = await db.execute<SettingsRow & { nowMs: number; currency: string }>(sql`
    SELECT ${epochMs(sql`clock_timestamp()`)} AS "nowMs", t.currency, ${columns}
    FROM tenants t LEFT JOIN tenant_settings s ON s.tenant_id = t.id WHERE t.id = ${tenantId}`);
  if (!row) throw new Error(`there is no tenant ${tenantId}`);
  return { nowMs: row.nowMs, currency: row.currency, settings: settingsFrom(row, config().locks) };
}
