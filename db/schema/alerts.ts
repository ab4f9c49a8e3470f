import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { tenants } from './tenants';
import { events } from './venues';

export const alertKinds = [
  'session_units',
  'account_units',
  'address_units',
  'event_share',
  'no_sale',
  'spike',
  'test',
] as const;
export const sourceKinds = ['session', 'account', 'address'] as const;

/** What a tenant asks to be warned of. Without a row, or where null: the default. */
export const alertRules = pgTable(
  'alert_rules',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    kind: text({ enum: alertKinds }).notNull(),
    enabled: boolean(),
    /** Units, a share from 0 to 1, or a factor: what the kind counts in. */
    threshold: doublePrecision(),
    windowSeconds: integer(),
    /** Whether a mail goes out too. */
    mail: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind] }),
    check('alert_rules_threshold', sql`${t.threshold} > 0`),
    check('alert_rules_window', sql`${t.windowSeconds} BETWEEN 10 AND 86400`),
  ],
);

/** Something that looked wrong: raised once, updated while it lasts, ended when it is over. */
export const alerts = pgTable(
  'alerts',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    kind: text({ enum: alertKinds }).notNull(),
    /** Who, where it is one source; else null. */
    sourceKind: text({ enum: sourceKinds }),
    /** Session key, account id or address hash; empty where it is no one source. */
    source: text().notNull().default(''),
    eventId: uuid(),
    status: text({ enum: ['open', 'acknowledged', 'resolved'] })
      .notNull()
      .default('open'),
    raisedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** When the rule last held. */
    seenAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** When it ceased to hold; null while it lasts. */
    endedAt: timestamp({ withTimezone: true }),
    /** Threshold and window it was raised by, what was counted last and at its peak. */
    figures: jsonb().$type<Record<string, number>>().notNull(),
    acknowledgedBy: text(),
    acknowledgedAt: timestamp({ withTimezone: true }),
    resolvedBy: text(),
    resolvedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // While it lasts it is one: a second reading of the same burst finds it.
    uniqueIndex('one_lasting_alert')
      .on(
        t.tenantId,
        t.kind,
        t.source,
        sql`coalesce(${t.eventId}, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(sql`${t.endedAt} IS NULL AND ${t.kind} <> 'test'`),
    index('alerts_by_time').on(t.tenantId, t.raisedAt),
    foreignKey({
      columns: [t.tenantId, t.eventId],
      foreignColumns: [events.tenantId, events.id],
    }),
    check('alerts_status', sql`${t.status} IN ('open', 'acknowledged', 'resolved')`),
  ],
);

/** Sources that may lock nothing for a while. */
export const coolDowns = pgTable(
  'cool_downs',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    sourceKind: text({ enum: sourceKinds }).notNull(),
    /** Session key, account id or address hash. */
    source: text().notNull(),
    startedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** Lifting it moves this to that moment. */
    until: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull(),
    alertId: uuid(),
    startedBy: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('cool_downs_by_end').on(t.tenantId, t.until),
    check('cool_downs_kind', sql`${t.sourceKind} IN ('session', 'account', 'address')`),
  ],
);
