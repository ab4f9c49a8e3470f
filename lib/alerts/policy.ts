import { type Finding, type Rule, type RuleKind, ruleKinds } from './schema';
import { ruleSpecs } from './specs';

/** Below this many units a share says nothing: four parties are a quarter of a tiny hall. */
export const shareUnitsMin = 100;
/** Up to this many locks a window are no spike, however quiet the hour before was. */
export const spikeLocksMin = 50;
/** A spike is told against an ordinary hour. An on-sale has none before this has passed. */
export const onSaleRushSeconds = 3_600;
/** Findings that are told at a time: those of before, then the greatest. */
export const findingsMax = 50;
/** How long a test lasts. */
export const testLastsSeconds = 120;
/** The longest that a rule must have ceased to hold for its alert to end. */
const quietSecondsMax = 300;
/** Mails of alerts to one team in an hour; after them goes one that says that there are more. */
export const mailsAnHourMax = 20;

/** What a tenant has changed of a rule; null keeps the default. */
export type RuleRow = {
  kind: string;
  enabled: boolean | null;
  threshold: number | null;
  windowSeconds: number | null;
  mail: boolean | null;
};

/** The rules as they hold, in order. */
export function rulesFrom(rows: RuleRow[]): Rule[] {
  return ruleKinds.map((kind) => {
    const row = rows.find((own) => own.kind === kind);
    const { threshold, windowSeconds } = ruleSpecs[kind];
    return {
      kind,
      enabled: row?.enabled ?? true,
      threshold: row?.threshold ?? threshold.initial,
      windowSeconds: row?.windowSeconds ?? windowSeconds.initial,
      mail: row?.mail ?? true,
    };
  });
}

export const isOver = (rule: Rule, count: number): boolean =>
  rule.enabled && count > rule.threshold;

/** Whether so much of an event's capacity is held at once that it is told. */
export function shareIsOver(rule: Rule, { held, capacity }: { held: number; capacity: number }) {
  return held > shareUnitsMin && capacity > 0 && isOver(rule, held / capacity);
}

export type Rush = {
  /** Locks in the window. */
  recent: number;
  /** Locks a window, on the average of the hour before. */
  usual: number;
  onSaleSeconds: number;
};

/**
 * Whether an event is locked so much more than in the hour before. Silent in the first hour of an
 * on-sale, whose rush is what it is for: the other rules watch over that.
 */
export function spikeIsOver(rule: Rule, { recent, usual, onSaleSeconds }: Rush): boolean {
  if (recent <= spikeLocksMin || onSaleSeconds < onSaleRushSeconds + rule.windowSeconds)
    return false;
  return rule.enabled && recent > usual * rule.threshold;
}

/** How long a rule must have ceased to hold for its alert to end, so that it does not come and go. */
export const quietSeconds = (rule: Pick<Rule, 'windowSeconds'>): number =>
  Math.min(rule.windowSeconds, quietSecondsMax);

/**
 * Findings without those that others explain: a spike that a few sources make is told as those
 * sources.
 */
export function unexplained(findings: Finding[], rules: Rule[]): Finding[] {
  const locksOf = new Map<RuleKind, number>();
  for (const { kind, also } of findings)
    locksOf.set(kind, (locksOf.get(kind) ?? 0) + (also?.locks ?? 0));
  // A session is behind an account and an address: what one kind counts, another may count again.
  const explained = Math.max(0, ...locksOf.values());
  const spike = rules.find(({ kind }) => kind === 'spike');
  return findings.filter((finding) => {
    if (finding.kind !== 'spike' || !spike) return true;
    const rest = finding.count - explained;
    return rest > spikeLocksMin && rest > (finding.also?.usual ?? 0) * spike.threshold;
  });
}

/**
 * Which mail a new alert sends, by how many of this tenant's went out within the hour: 1 its own, 2 the
 * one that says that there are more, 0 none.
 */
export function mailFor(rule: Pick<Rule, 'mail'>, sentWithinTheHour: number): 0 | 1 | 2 {
  if (!rule.mail || sentWithinTheHour > mailsAnHourMax) return 0;
  return sentWithinTheHour === mailsAnHourMax ? 2 : 1;
}
