import type { RuleKind } from './schema';

type Spec = {
  threshold: { initial: number; min: number; max: number };
  /** Where it is not editable, `min` and `max` are the same. */
  windowSeconds: { initial: number; min: number; max: number };
};

/**
 * What each rule starts from, and how far it may be moved.
 * - `session_units`: a family takes six, a class of pupils with its teachers some thirty; above forty
 *   within five minutes somebody takes them for others.
 * - `account_units`: as a session, with room for a second device; a burst of one session is told as
 *   that session and not twice.
 * - `address_units`: an office, a school or a whole block may share an address. Twenty colleagues with
 *   six each are not yet told.
 * - `event_share`: a quarter of a house in carts at once keeps the others from buying.
 * - `no_sale`: a hundred units locked and let go within an hour, and not one bought, is what a bot does
 *   that keeps seats from others by locking them again and again. Who cannot decide lets go of some ten.
 * - `spike`: five times the ordinary. A reminder by mail doubles or triples the usual.
 */
export const ruleSpecs: Record<RuleKind, Spec> = {
  session_units: {
    threshold: { initial: 40, min: 5, max: 1_000 },
    windowSeconds: { initial: 300, min: 30, max: 1_800 },
  },
  account_units: {
    threshold: { initial: 60, min: 5, max: 1_000 },
    windowSeconds: { initial: 300, min: 30, max: 1_800 },
  },
  address_units: {
    threshold: { initial: 120, min: 5, max: 10_000 },
    windowSeconds: { initial: 300, min: 30, max: 1_800 },
  },
  event_share: {
    threshold: { initial: 0.25, min: 0.05, max: 1 },
    // What is held is held now; this long it must be less for the alert to end.
    windowSeconds: { initial: 60, min: 60, max: 60 },
  },
  no_sale: {
    threshold: { initial: 100, min: 10, max: 10_000 },
    windowSeconds: { initial: 3_600, min: 600, max: 7_200 },
  },
  spike: {
    threshold: { initial: 5, min: 2, max: 100 },
    windowSeconds: { initial: 300, min: 60, max: 900 },
  },
};
