import { eq, sql } from 'drizzle-orm';
import { tenantSettings, tenants } from '@/db/schema/tenants';
import { type Context, inTenant } from '@/lib/context';
import type { OwnSettings } from '@/lib/settings';
import type { House } from './schema';

const settingColumns = {
  duration: tenantSettings.cartLockDuration,
  warning: tenantSettings.cartLockWarning,
  limit: tenantSettings.maxLocksPerSession,
  autoExtend: tenantSettings.autoExtendLocks,
  extensions: tenantSettings.maxExtensions,
  graceSeconds: tenantSettings.abandonGraceSeconds,
  paymentWindow: tenantSettings.paymentWindow,
  orphanRule: tenantSettings.orphanRule,
} as const satisfies Record<keyof OwnSettings, unknown>;

/** A house's settings as `tenant_settings` keeps them. */
export function columnsOf(own: OwnSettings): Omit<typeof tenantSettings.$inferInsert, 'tenantId'> {
  return {
    cartLockDuration: own.duration,
    cartLockWarning: own.warning,
    maxLocksPerSession: own.limit,
    autoExtendLocks: own.autoExtend,
    maxExtensions: own.extensions,
    abandonGraceSeconds: own.graceSeconds,
    paymentWindow: own.paymentWindow,
    orphanRule: own.orphanRule,
  };
}

const inheritsAll: OwnSettings = {
  duration: null,
  warning: null,
  limit: null,
  autoExtend: null,
  extensions: null,
  graceSeconds: null,
  paymentWindow: null,
  orphanRule: null,
};

/** What a house has set for its locks. Call inside `inTenant`. */
export async function readOwnSettings({ db, tenantId }: Context): Promise<OwnSettings> {
  const [row] = await db
    .select(settingColumns)
    .from(tenantSettings)
    .where(eq(tenantSettings.tenantId, tenantId));
  return row ?? inheritsAll;
}

export type HouseAsIs = House & { accent: string | null; logoHash: string | null };

/** The house as the database has it at this moment, not as this process remembers it. */
export async function readHouse({ db, tenantId }: Context): Promise<HouseAsIs> {
  const [row] = await db
    .select({
      name: tenants.name,
      tagline: tenants.tagline,
      languages: tenants.languages,
      timeZone: tenants.timeZone,
      currency: tenants.currency,
      accent: tenants.accent,
      logoHash: tenants.logoHash,
    })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  if (!row) throw new Error(`there is no tenant ${tenantId}`);
  return row as HouseAsIs;
}

/** How many carts hold something now, by the database's clock. Call inside `inTenant`. */
export async function countOpenCarts({ db, tenantId }: Context): Promise<number> {
  const [row] = await db.execute<{ carts: number }>(sql`
    SELECT count(DISTINCT (session_key, event_id))::int AS carts FROM cart_item_locks
    WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at > clock_timestamp()`);
  return row?.carts ?? 0;
}

/** Whether anything was ever held, sold or counted in the house's present currency: it stays so. */
export async function currencyInUse({ db, tenantId }: Context): Promise<boolean> {
  const [row] = await db.execute<{ used: boolean }>(sql`
    SELECT EXISTS (SELECT FROM orders WHERE tenant_id = ${tenantId})
      OR EXISTS (SELECT FROM all_locks WHERE tenant_id = ${tenantId})
      OR EXISTS (SELECT FROM house_days WHERE tenant_id = ${tenantId}) AS used`);
  return row?.used === true;
}

/** Whether locks are counted by the days of the house's present time zone: they stay what they are. */
export async function timeZoneInUse({ db, tenantId }: Context): Promise<boolean> {
  const [row] = await db.execute<{ counted: boolean }>(sql`
    SELECT EXISTS (SELECT FROM house_days WHERE tenant_id = ${tenantId}) AS counted`);
  return row?.counted === true;
}

export type SettingsPage = { own: OwnSettings; openCarts: number };

/** What the page of the locks' settings shows. */
export function settingsPage(ctx: Context): Promise<SettingsPage> {
  return inTenant(ctx, async (inside) => ({
    own: await readOwnSettings(inside),
    openCarts: await countOpenCarts(inside),
  }));
}

export type HousePage = { house: HouseAsIs; currencyInUse: boolean; timeZoneInUse: boolean };

/** What the pages of the house's own data show. */
export function housePage(ctx: Context): Promise<HousePage> {
  return inTenant(ctx, async (inside) => ({
    house: await readHouse(inside),
    currencyInUse: await currencyInUse(inside),
    timeZoneInUse: await timeZoneInUse(inside),
  }));
}
