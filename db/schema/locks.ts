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
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { users } from './tenants';
import { seats, zones } from './venues';

export const lockStatuses = ['active', 'expired', 'released', 'converted'] as const;
export const endReasons = ['timeout', 'buyer', 'tab_closed', 'admin', 'sale'] as const;
export const deviceKinds = ['phone', 'tablet', 'desktop', 'program'] as const;

/**
 * A buyer's temporary claim on one numbered seat, or on a quantity in a general-admission zone.
 * Live: `status = 'active'` and `expires_at` later than the database's clock.
 */
export const cartItemLocks = pgTable(
  'cart_item_locks',
  {
    tenantId: integer().notNull(),
    id: uuid().notNull(),
    sessionKey: varchar({ length: 40 }).notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    eventId: uuid().notNull(),
    zoneId: integer().notNull(),
    seatId: integer(),
    quantity: integer().notNull().default(1),
    lockedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    status: text({ enum: lockStatuses }).notNull().default('active'),
    /** Minor units of one unit, as the buyer saw it and will pay it. */
    priceAtLock: integer().notNull(),
    metadata: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    endedAt: timestamp({ withTimezone: true }),
    endReason: text({ enum: endReasons }),
    /** The lock's own terms, fixed when it was made: a changed setting moves no open lock. */
    durationMs: integer().notNull(),
    maxExtensions: integer().notNull(),
    extensions: integer().notNull().default(0),
    /** Added once, when the buyer enters payment; 0 before. */
    paymentWindowMs: integer().notNull().default(0),
    /** The deadline that an abandoned lock gets back when its buyer returns in time. */
    formerExpiresAt: timestamp({ withTimezone: true }),
    /** What a session holds of an event, from its first lock until it holds nothing more. */
    cartId: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null where the browser did not say. */
    device: text({ enum: deviceKinds }),
    /** Keyed hash of the network address. */
    addressHash: text(),
    /** When its buyer first opened the checkout with it. */
    checkoutAt: timestamp({ withTimezone: true }),
    /** When it first entered payment. */
    payingAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('one_claim_per_seat')
      .on(t.tenantId, t.seatId)
      .where(sql`${t.status} = 'active' AND ${t.seatId} IS NOT NULL`),
    // Without the tenant: an index that holds it answers, badly, to every question about a tenant,
    // and while the table is small the planner takes it and keeps it in a prepared plan.
    index('locks_active_by_session').on(t.sessionKey).where(sql`${t.status} = 'active'`),
    index('locks_active_by_zone')
      .on(t.zoneId)
      .where(sql`${t.status} = 'active' AND ${t.seatId} IS NULL`),
    index('locks_active_by_deadline').on(t.expiresAt).where(sql`${t.status} = 'active'`),
    index('locks_by_time').on(t.lockedAt),
    index('locks_ended_by_session').on(t.sessionKey, t.endedAt).where(sql`${t.status} <> 'active'`),
    foreignKey({
      columns: [t.tenantId, t.eventId, t.zoneId],
      foreignColumns: [zones.tenantId, zones.eventId, zones.id],
      name: 'locks_zone',
    }),
    foreignKey({
      columns: [t.tenantId, t.zoneId, t.seatId],
      foreignColumns: [seats.tenantId, seats.zoneId, seats.id],
      name: 'locks_seat',
    }),
    check('locks_status', sql`${t.status} IN ('active', 'expired', 'released', 'converted')`),
    check(
      'locks_end_reason',
      sql`${t.endReason} IN ('timeout', 'buyer', 'tab_closed', 'admin', 'sale')`,
    ),
    check(
      'locks_ended_once',
      sql`(${t.status} = 'active') = (${t.endedAt} IS NULL) AND (${t.status} = 'active') = (${t.endReason} IS NULL)`,
    ),
    check('locks_session_form', sql`length(${t.sessionKey}) = 40`),
    check('locks_units', sql`${t.quantity} >= 1 AND (${t.seatId} IS NULL OR ${t.quantity} = 1)`),
    check('locks_device', sql`${t.device} IN ('phone', 'tablet', 'desktop', 'program')`),
    check('locks_address_form', sql`length(${t.addressHash}) = 22`),
    check('locks_price', sql`${t.priceAtLock} >= 0`),
    check('locks_extensions', sql`${t.extensions} BETWEEN 0 AND ${t.maxExtensions}`),
    check(
      'bounded_life',
      sql`extract(epoch from greatest(${t.expiresAt}, ${t.formerExpiresAt}) - ${t.lockedAt}) * 1000 <= ${t.durationMs}::bigint * (1 + ${t.maxExtensions}) + ${t.paymentWindowMs} + 1`,
    ),
  ],
);
