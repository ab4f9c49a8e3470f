import type { OwnSettings } from '@/lib/settings';
import type { Change } from './schema';

/** What a setting is called in the table, and the variable that it inherits from where there is one. */
export const settingNames = {
  duration: { column: 'cart_lock_duration', variable: 'CART_LOCK_DURATION_MINUTES' },
  limit: { column: 'max_locks_per_session', variable: 'MAX_LOCKS_PER_SESSION' },
  autoExtend: { column: 'auto_extend_locks', variable: null },
  warning: { column: 'cart_lock_warning', variable: 'CART_LOCK_WARNING_MINUTES' },
  extensions: { column: 'max_extensions', variable: 'CART_LOCK_MAX_EXTENSIONS' },
  graceSeconds: { column: 'abandon_grace_seconds', variable: 'CART_LOCK_ABANDON_GRACE_SECONDS' },
  paymentWindow: { column: 'payment_window', variable: 'CART_LOCK_PAYMENT_WINDOW_MINUTES' },
  orphanRule: { column: 'orphan_rule', variable: 'SEAT_ORPHAN_RULE' },
} as const satisfies Record<keyof OwnSettings, { column: string; variable: string | null }>;

/** What a logo may be: large enough to be seen, and no more than a page can afford. */
export const logoLimits = { bytesMax: 256 * 1024, sideMin: 16, sideMax: 2048 } as const;

/** What of `after` is different from `before`, field by field. */
export function differing<T extends object>(before: T, after: T): Change[] {
  return Object.entries(after)
    .map(([field, value]) => ({ field, before: before[field as keyof T], after: value }))
    .filter((change) => !same(change.before, change.after));
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [mine, theirs] = [Object.entries(a), b as Record<string, unknown>];
  return (
    mine.length === Object.keys(theirs).length &&
    mine.every(([key, value]) => same(value, theirs[key]))
  );
}

/**
 * A place's name in the IANA time zone database, in its usual spelling; null for anything else,
 * mere offsets included: they know no summer time. As people write it, too: `Bogotá`, `mexico city`.
 */
export function timeZoneOf(typed: string): string | null {
  const name = typed.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, '_');
  if (!/^(?:UTC|[a-z_]+(?:\/[a-z0-9_+-]+)+)$/i.test(name))
    return zonesByCity().get(cityOf(name)) ?? null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Elsewhere an alias, such as Asia/Kolkata: people know the one that they typed.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();

let byCity: Map<string, string> | undefined;

/** The zones by the last part of their names, which is never that of two. */
function zonesByCity(): Map<string, string> {
  byCity ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [cityOf(zone), zone]));
  return byCity;
}
