import { type Finding, type Lasting, type Rule, type RuleKind, ruleKinds } from './schema';
import { ruleSpecs } from './specs';

/** Below this many units a share says nothing: four parties are a quarter of a tiny hall. */
export const shareUnitsMin = 100;
/** Up to this many locks a window are no spike, however quiet the hour before was. */
export const spikeLocksMin = 50;
/** A spike is told against an ordinary hour. An on-sale has none before this has passed. */
export const onSaleRushSeconds = 3_600;
/** Alerts of one rule that are raised by one reading: the greatest. */
export const freshMax = 50;
/** Alerts of one rule that are kept up at a time: the greatest. */
export const lastingMax = 200;
/** What lasts ends only below this part of what it was raised by, so that it does not come and go. */
const stillHoldsShare = 0.8;
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

/** Units of an event that must be held for its share to count. @param lasts whether it is told already */
export const shareUnitsFloor = (lasts: boolean): number =>
  shareUnitsMin * (lasts ? stillHoldsShare : 1);

/** Whether so much of an event's capacity is held at once that it is told, or goes on being told. */
export function shareIsOver(
  { enabled, threshold }: Rule,
  { held, capacity, lasts = false }: { held: number; capacity: number; lasts?: boolean },
): boolean {
  const floor = threshold * (lasts ? stillHoldsShare : 1);
  return enabled && held > shareUnitsFloor(lasts) && capacity > 0 && held / capacity > floor;
}

/** What lasts already of these kinds: its sources, and whether a finding is of it. */
export function knownOf(lasting: Lasting[], ...kinds: RuleKind[]) {
  const own = lasting.filter((one) => kinds.some((kind) => kind === one.kind));
  const keyOf = ({ kind, source, eventId }: Lasting) => `${kind} ${source} ${eventId}`;
  const keys = new Set(own.map(keyOf));
  return {
    sources: own.map(({ source }) => source),
    has: (finding: Lasting) => keys.has(keyOf(finding)),
  };
}

/**
 * The findings of one rule that there is room for. What lasts stays, and a greater newcomer is told
 * at once: a new one must be among the greatest of all, so that it does not end for want of room.
 */
export function withRoom(findings: Finding[], lasts: (finding: Finding) => boolean): Finding[] {
  const greatest = findings
    .map((finding) => ({ finding, known: lasts(finding) }))
    .sort((a, b) => b.finding.count - a.finding.count || Number(b.known) - Number(a.known));
  const known = greatest.filter((one) => one.known).slice(0, lastingMax);
  const fresh = greatest.slice(0, lastingMax).filter((one) => !one.known);
  return [...known, ...fresh.slice(0, freshMax)].map(({ finding }) => finding);
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
