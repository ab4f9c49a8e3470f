import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { tenants } from './tenants';

/** Events on their way out, written in the transaction that they tell of. */
export const outbox = pgTable(
  'outbox',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    /** Also the id of the event where it is sent, so that a second delivery is recognized. */
    id: uuid().notNull(),
    name: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
    attempts: integer().notNull().default(0),
    /** Not tried again before this. */
    nextAttemptAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastError: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('outbox_due').on(t.tenantId, t.nextAttemptAt).where(sql`${t.sentAt} IS NULL`),
  ],
);

/** Steps of a job that the embedded runner has finished: a retry takes the stored result. */
export const jobSteps = pgTable(
  'job_steps',
  {
    tenantId: integer().notNull(),
    eventId: uuid().notNull(),
    step: text().notNull(),
    result: jsonb().$type<unknown>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.eventId, t.step] }),
    foreignKey({
      columns: [t.tenantId, t.eventId],
      foreignColumns: [outbox.tenantId, outbox.id],
    }).onDelete('cascade'),
  ],
);

/** Answers kept for a repeated `Idempotency-Key`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    sessionKey: varchar({ length: 40 }).notNull(),
    key: varchar({ length: 255 }).notNull(),
    /** SHA-256 of method, path and body, hexadecimal. */
    requestHash: text().notNull(),
    /** Null while the first request is being answered. */
    status: integer(),
    body: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.sessionKey, t.key] }),
    index('idempotency_keys_by_age').on(t.tenantId, t.createdAt),
    check('idempotency_answered', sql`(${t.status} IS NULL) = (${t.body} IS NULL)`),
  ],
);
