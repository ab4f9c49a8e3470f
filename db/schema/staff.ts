import { sql } from 'drizzle-orm';
import {
  check,
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
import { roles, tenants, users } from './tenants';

/** A browser that somebody signed in with. The token names it, so that it can be signed out from afar. */
export const userSessions = pgTable(
  'user_sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** Moved now and then, not at each request. */
    seenAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
    /** Browser and system in a few words, as the browser said them. */
    device: text().notNull(),
  },
  (t) => [
    index('user_sessions_by_user').on(t.userId, t.createdAt),
    check('user_sessions_device', sql`length(${t.device}) <= 120`),
  ],
);

/** Failed sign-ins of late, by what was tried: each one makes the next wait longer. */
export const signInFailures = pgTable('sign_in_failures', {
  /** Keyed hash of the mail address, of the network address, or of a known browser's mark. */
  key: text().primaryKey(),
  failures: integer().notNull(),
  failedAt: timestamp({ withTimezone: true }).notNull(),
  blockedUntil: timestamp({ withTimezone: true }).notNull(),
});

/** Somebody asked to join an organizer's team. The link's key is derived, never kept. */
export const invitations = pgTable(
  'invitations',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    /** Lower case. */
    email: text().notNull(),
    role: text({ enum: roles }).notNull(),
    locale: text({ enum: ['es', 'en'] }).notNull(),
    invitedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    acceptedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('one_open_invitation')
      .on(t.tenantId, t.email)
      .where(sql`${t.acceptedAt} IS NULL AND ${t.revokedAt} IS NULL`),
    check('invitations_role', sql`${t.role} IN ('owner', 'manager', 'box_office', 'scanner')`),
    check('invitations_email_lower', sql`${t.email} = lower(${t.email})`),
    check('invitations_end_once', sql`${t.acceptedAt} IS NULL OR ${t.revokedAt} IS NULL`),
  ],
);

/** Every change that the staff made: append-only, a trigger sees to it. */
export const auditLog = pgTable(
  'audit_log',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id),
    id: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** Null: the house itself. No reference: what was done stays when an account goes. */
    userId: uuid(),
    /** As they were called then. */
    userName: text().notNull(),
    /** `settings.changed`, `locks.released`, `member.removed`… */
    action: text().notNull(),
    /** What it was done to, in words that people know it by. */
    target: text().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('audit_log_by_time').on(t.tenantId, t.at, t.id),
    check('audit_action_form', sql`${t.action} ~ '^[a-z_]+\\.[a-z_]+$'`),
  ],
);
