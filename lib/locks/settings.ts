import { sql } from 'drizzle-orm';
import { config } from '@/lib/config';
import type { Context } from '@/lib/context';
import type { LockSettings } from '@/lib/settings';

type Row = {
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

/** The tenant's settings where it has any, else those of the environment. Call inside `inTenant`. */
export async function readLockSettings({ db, tenantId }: Context): Promise<LockSettings> {
  const [row] = await db.execute<Row>(sql`
    SELECT cart_lock_duration AS duration, cart_lock_warning AS warning,
      max_locks_per_session AS limit, auto_extend_locks AS "autoExtend",
      max_extensions AS extensions, abandon_grace_seconds AS "graceSeconds",
      payment_window AS "paymentWindow"
    FROM tenant_settings WHERE tenant_id = ${tenantId}`);
  const inherited = config().locks;
  const grace = row?.graceSeconds;
  return {
    durationMs: minutes(row?.duration, inherited.durationMs),
    warningMs: minutes(row?.warning, inherited.warningMs),
    maxLocksPerSession: row?.limit ?? inherited.maxLocksPerSession,
    autoExtend: row?.autoExtend ?? inherited.autoExtend,
    maxExtensions: row?.extensions ?? inherited.maxExtensions,
    abandonGraceMs: grace == null ? inherited.abandonGraceMs : Math.round(grace * 1000),
    paymentWindowMs: minutes(row?.paymentWindow, inherited.paymentWindowMs),
  };
}
