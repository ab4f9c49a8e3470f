import { sql } from 'drizzle-orm';
import { config } from '@/lib/config';
import type { Context } from '@/lib/context';
import type { LockSettings } from '@/lib/settings';

export type SettingsRow = {
  duration: number | null;
  warning: number | null;
  limit: number | null;
  autoExtend: boolean | null;
  extensions: number | null;
  graceSeconds: number | null;
  paymentWindow: number | null;
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
  };
}

/** The tenant's settings where it has any, else those of the environment. Call inside `inTenant`. */
export async function readLockSettings({ db, tenantId }: Context): Promise<LockSettings> {
  const [row] = await db.execute<SettingsRow>(sql`
    SELECT cart_lock_duration AS duration, cart_lock_warning AS warning,
      max_locks_per_session AS limit, auto_extend_locks AS "autoExtend",
      max_extensions AS extensions, abandon_grace_seconds AS "graceSeconds",
      payment_window AS "paymentWindow"
    FROM tenant_settings WHERE tenant_id = ${tenantId}`);
  return settingsFrom(row, config().locks);
}
