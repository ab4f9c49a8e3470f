import { z } from 'zod';
import { lineSchema } from '@/lib/text';
import type { EndReason } from '@/lib/watch/schema';
import { ruleSpecs } from './specs';

/** What a tenant can be warned of, in the order of the page; `admin.alerts.kinds` has the words. */
export const ruleKinds = [
  'session_units',
  'account_units',
  'address_units',
  'event_share',
  'no_sale',
  'spike',
] as const;
export type RuleKind = (typeof ruleKinds)[number];
export type AlertKind = RuleKind | 'test';

export const alertStatuses = ['open', 'acknowledged', 'resolved'] as const;
export type AlertStatus = (typeof alertStatuses)[number];

export type SourceKind = 'session' | 'account' | 'address';

/** A rule as it holds for a tenant. `threshold` is in units, a share from 0 to 1, or a factor. */
export type Rule = {
  kind: RuleKind;
  enabled: boolean;
  threshold: number;
  windowSeconds: number;
  mail: boolean;
};

/** The rules by their kind. */
export type Rules = Record<RuleKind, Rule>;

/** What a reading found to be so at this moment; `source` is empty where it is no one source. */
export type Finding = {
  kind: RuleKind;
  sourceKind: SourceKind | null;
  source: string;
  eventId: string | null;
  /** Units, locks or a share: what the threshold is in. */
  count: number;
  /** Other figures that explain it, by name. */
  also?: Record<string, number>;
};

/** What an alert that lasts is of. */
export type Lasting = Pick<Finding, 'source' | 'eventId'> & { kind: AlertKind };

/** What an alert remembers: what it was raised by, and what was counted. */
export const figuresSchema = z.object({
  count: z.number(),
  peak: z.number(),
  threshold: z.number(),
  windowSeconds: z.number(),
  /** Of a source: locks that the units were in. */
  locks: z.number().optional(),
  /** Of a share: units held, and of how many. */
  held: z.number().optional(),
  capacity: z.number().optional(),
  /** Of a spike: locks a window in the hour before. */
  usual: z.number().optional(),
  /** 1: a mail went out. 2: the one that says that there are more. 0: none. */
  mailed: z.number().optional(),
});
export type Figures = z.infer<typeof figuresSchema>;

/** An alert as people see it. Its source is a short name or an account's: a key stays in the database. */
export type AlertView = {
  id: string;
  kind: AlertKind;
  sourceKind: SourceKind | null;
  /** Null where it is no one source, or an account that is gone. */
  source: string | null;
  event: { id: string; name: string; startsAt: string } | null;
  status: AlertStatus;
  raisedAt: string;
  /** Null while it lasts. */
  endedAt: string | null;
  figures: Figures;
  acknowledged: { by: string; at: string } | null;
  resolved: { by: string; at: string } | null;
};

/** What the badge tells: how many are open, and the newest of them. */
export const newsSchema = z.object({
  open: z.int(),
  newest: z
    .object({ id: z.uuid(), kind: z.enum([...ruleKinds, 'test']), raisedAt: z.string() })
    .nullable(),
});
export type AlertNews = z.infer<typeof newsSchema>;

const reason = lineSchema.trim().min(1).max(200);

export const alertInputSchema = z.strictObject({ alertId: z.uuid() });
export type AlertInput = z.infer<typeof alertInputSchema>;

/** A rule as the page sends it; each kind has its own range. */
export const ruleInputSchema = z
  .strictObject({
    kind: z.enum(ruleKinds),
    enabled: z.boolean(),
    threshold: z.number(),
    windowSeconds: z.int(),
    mail: z.boolean(),
  })
  .superRefine(({ kind, ...figures }, context) => {
    for (const name of ['threshold', 'windowSeconds'] as const) {
      const { min, max } = ruleSpecs[kind][name];
      if (figures[name] >= min && figures[name] <= max) continue;
      context.addIssue({ code: 'custom', path: [name], message: `From ${min} to ${max}.` });
    }
  });
export type RuleInput = z.infer<typeof ruleInputSchema>;

/** How long a source may be made to wait: a quarter of an hour, an hour, a day. */
export const coolMinutes = [15, 60, 1_440] as const;

/** The source of an alert waits; `release`: what it holds is given back as well. */
export const coolInputSchema = z.strictObject({
  alertId: z.uuid(),
  minutes: z.literal(coolMinutes),
  release: z.boolean(),
  reason,
});
export type CoolInput = z.infer<typeof coolInputSchema>;

export const releaseSourceSchema = z.strictObject({ alertId: z.uuid(), reason });
export type ReleaseSourceInput = z.infer<typeof releaseSourceSchema>;

/** How many locks of a source ended, and how many stay because they are being paid for. */
export type SourceReleased = { released: number; kept: number };

export const liftInputSchema = z.strictObject({ coolDownId: z.uuid() });
export type LiftInput = z.infer<typeof liftInputSchema>;

/** A source that waits at this moment. */
export type CoolDownView = {
  id: string;
  sourceKind: SourceKind;
  source: string | null;
  startedAt: string;
  until: string;
  startedBy: string;
  reason: string;
  alertId: string | null;
};

/** A lock behind an alert. */
export type LockBehind = {
  id: string;
  eventName: string;
  eventStartsAt: string;
  zoneName: string;
  row: string | null;
  seat: string | null;
  quantity: number;
  priceMinor: number;
  currency: string;
  session: string;
  account: string | null;
  address: string | null;
  lockedAt: string;
  /** Held still, or why it ended. */
  state: 'live' | EndReason;
};

/** What one of the staff did about an alert's source or the locks behind it. */
export type SourceDeed = {
  id: string;
  kind: 'paused' | 'resumed' | 'released' | 'kept';
  by: string;
  at: string;
  reason: string | null;
  /** How many were released, or kept as they were being paid for. */
  locks: number | null;
};

/** How an alert's source, or its event, stands at this moment. */
export type AlertStanding = {
  /** Units in carts. */
  held: number;
  pause: { id: string; until: string } | null;
  deeds: SourceDeed[];
};
