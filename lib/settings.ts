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

export const minutesSchema = z.coerce.number().positive().max(1440);
