import { eq, sql } from 'drizzle-orm';
import { tenantSettings, tenants } from '@/db/schema/tenants';
import { audit } from '@/lib/audit/service';
import { inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import type { OwnSettings } from '@/lib/settings';
import { holdHouse, refuseStale, saved } from './change';
import {
  columnsOf,
  currencyInUse,
  type HouseAsIs,
  readHouse,
  readOwnSettings,
  timeZoneInUse,
} from './own';
import { differing, settingNames } from './policy';
import { forgetTenants } from './queries';
import type { Change, House, Saved } from './schema';

/**
 * Sets what governs the house's locks from the next one on; open ones keep their own.
 * @throws DomainError `changed_meanwhile` with `current`, `by` and `at`, where somebody else has
 *   saved since `based` was read: nothing is lost unseen.
 */
export async function changeSettings(
  ctx: StaffContext,
  { based, settings }: { based: OwnSettings; settings: OwnSettings },
): Promise<Saved> {
  return inTenant(ctx, async (inside) => {
    const house = await holdHouse(inside);
    const now = await readOwnSettings(inside);
    await refuseStale(inside, based, now, 'settings.changed');
    const changes = differing(now, settings);
    if (changes.length > 0) {
      const set = columnsOf(settings);
      await inside.db
        .insert(tenantSettings)
        .values({ tenantId: inside.tenantId, ...set })
        .onConflictDoUpdate({ target: tenantSettings.tenantId, set });
      const named = changes.map((change) => ({
        ...change,
        field: settingNames[change.field as keyof OwnSettings].column,
      }));
      await audit(inside, { action: 'settings.changed', target: house, ...sides(named) });
    }
    return saved(inside, changes);
  });
}

/**
 * Sets what the house says of itself. The next request of this process sees it; other processes
 * within five seconds.
 * @throws DomainError `changed_meanwhile`; `currency_in_use` where there ever were orders or locks;
 *   `time_zone_in_use` where locks are counted by its days; `invalid_request` for a time zone that the database does not know.
 */
export async function changeHouse<K extends keyof House | 'accent'>(
  ctx: StaffContext,
  based: Pick<HouseAsIs, K>,
  wanted: Pick<HouseAsIs, K>,
): Promise<Saved> {
  const outcome = await inTenant(ctx, async (inside) => {
    const house = await holdHouse(inside, differing(based, wanted).some(isCurrency));
    const all = await readHouse(inside);
    const now = Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key as K]])) as Pick<
      HouseAsIs,
      K
    >;
    await refuseStale(inside, based, now, 'house.changed');
    const changes = differing(now, wanted);
    if (changes.some(isCurrency) && (await currencyInUse(inside))) {
      throw new DomainError('currency_in_use');
    }
    const zone = changes.find(({ field }) => field === 'timeZone');
    if (zone) await requireTimeZone(inside, String(zone.after));
    if (zone && (await timeZoneInUse(inside))) throw new DomainError('time_zone_in_use');
    if (changes.length > 0) {
      const set = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
      await inside.db.update(tenants).set(set).where(eq(tenants.id, inside.tenantId));
      await audit(inside, { action: 'house.changed', target: house, ...sides(changes) });
    }
    return saved(inside, changes);
  });
  forgetTenants();
  return outcome;
}

const isCurrency = ({ field }: Change) => field === 'currency';

function sides(changes: Change[]) {
  return {
    before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
    after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  };
}

/** Figures by the day are reckoned by the database, whose calendar has to know the place. */
async function requireTimeZone({ db }: StaffContext, timeZone: string): Promise<void> {
  const known = await db.execute(sql`
    SELECT FROM pg_timezone_names WHERE name = ${timeZone}`);
  if (known.length > 0) return;
  const message = 'The database knows no such time zone.';
  throw new DomainError('invalid_request', { errors: [{ path: 'house.timeZone', message }] });
}
