import { z } from 'zod';

/** What governs locks. Most specific first: tenant setting, environment, default. */
export type LockSettings = {
  durationMs: number;
  warningMs: number;
  maxLocksPerSession: number;
  autoExtend: boolean;
  maxExtensions: number;
  abandonGraceMs: number;
  paymentWindowMs: number;
  /** Whether a choice may leave a single seat behind: `lib/seating/orphans.ts`. */
  orphanRule: OrphanRule;
};

export const orphanRules = ['off', 'lenient', 'strict'] as const;
export type OrphanRule = (typeof orphanRules)[number];

export const lockDefaults: LockSettings = {
  durationMs: 15 * 60_000,
  warningMs: 2 * 60_000,
  maxLocksPerSession: 50,
  autoExtend: true,
  // WCAG 2.2.1: a time limit can be extended at least ten times.
  maxExtensions: 10,
  abandonGraceMs: 30_000,
  paymentWindowMs: 10 * 60_000,
  orphanRule: 'off',
};

const minutesMax = 1440;
export const minutesSchema = z.coerce.number().positive().max(minutesMax);

/** What a tenant sets for itself, in the units of its columns; null inherits. */
export type OwnSettings = {
  duration: number | null;
  warning: number | null;
  limit: number | null;
  autoExtend: boolean | null;
  extensions: number | null;
  graceSeconds: number | null;
  paymentWindow: number | null;
  orphanRule: OrphanRule | null;
};

export type Limits = { min: number; max: number; whole?: true };

/**
 * What a tenant may set; the CHECKs of `tenant_settings` take nothing beyond. Under six seconds
 * nobody reads a warning.
 */
export const settingLimits = {
  duration: { min: 0.1, max: minutesMax },
  warning: { min: 0.1, max: minutesMax },
  limit: { min: 1, max: 1000, whole: true },
  extensions: { min: 0, max: 100, whole: true },
  graceSeconds: { min: 0, max: 600 },
  paymentWindow: { min: 0.1, max: 120 },
} as const satisfies Partial<Record<keyof OwnSettings, Limits>>;

const inMs = (value: number | null | undefined, inheritedMs: number) =>
  value == null ? inheritedMs : Math.round(value * 60_000);

/** However short the duration, the warning leaves the greater part of it in peace. */
export const warningMsMax = (durationMs: number) => Math.round(durationMs / 3);

/** What a tenant's own settings, where it has any, make of the inherited ones. */
export function settingsFrom(own: OwnSettings | undefined, inherited: LockSettings): LockSettings {
  const grace = own?.graceSeconds;
  const durationMs = inMs(own?.duration, inherited.durationMs);
  return {
    durationMs,
    warningMs: Math.min(inMs(own?.warning, inherited.warningMs), warningMsMax(durationMs)),
    maxLocksPerSession: own?.limit ?? inherited.maxLocksPerSession,
    autoExtend: own?.autoExtend ?? inherited.autoExtend,
    maxExtensions: own?.extensions ?? inherited.maxExtensions,
    abandonGraceMs: grace == null ? inherited.abandonGraceMs : Math.round(grace * 1000),
    paymentWindowMs: inMs(own?.paymentWindow, inherited.paymentWindowMs),
    orphanRule: own?.orphanRule ?? inherited.orphanRule,
  };
}
