import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { tenants, users } from './tenants';
import { seats, zones } from './venues';

export const orderStatuses = ['pending', 'paid', 'failed', 'cancelled', 'refunded'] as const;

export const orders = pgTable(
  'orders',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id),
    id: uuid().notNull(),
    /** What people read aloud, such as `B-7K3F9QX2`. */
    number: text().notNull(),
    /** Opens the order without an account; travels in the link of the confirmation. */
    accessKey: text().notNull(),
    sessionKey: varchar({ length: 40 }).notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    email: text().notNull(),
    name: text().notNull(),
    locale: text({ enum: ['es', 'en'] }).notNull(),
    status: text({ enum: orderStatuses }).notNull().default('pending'),
    totalMinor: bigint({ mode: 'number' }).notNull(),
    currency: char({ length: 3 }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    paidAt: timestamp({ withTimezone: true }),
    /** When the confirmation was handed to the mail server. */
    confirmedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('orders_number').on(t.tenantId, t.number),
    index('orders_by_session').on(t.tenantId, t.sessionKey),
    check(
      'orders_status',
      sql`${t.status} IN ('pending', 'paid', 'failed', 'cancelled', 'refunded')`,
    ),
    check('orders_total', sql`${t.totalMinor} >= 0`),
    check('orders_paid_at', sql`${t.status} <> 'paid' OR ${t.paidAt} IS NOT NULL`),
  ],
);

/** The locks that an order was opened for, as they were then. A trigger sees that they are there. */
export const orderLocks = pgTable(
  'order_locks',
  {
    tenantId: integer().notNull(),
    orderId: uuid().notNull(),
    lockId: uuid().notNull(),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderId, t.lockId] }),
    foreignKey({
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }).onDelete('cascade'),
    index('order_locks_by_lock').on(t.tenantId, t.lockId),
    check('order_locks_units', sql`${t.quantity} >= 1`),
  ],
);

/** What was sold: one line for each converted lock, which a trigger sees to. */
export const orderItems = pgTable(
  'order_items',
  {
    tenantId: integer().notNull(),
    id: uuid().notNull(),
    orderId: uuid().notNull(),
    lockId: uuid().notNull(),
    eventId: uuid().notNull(),
    zoneId: integer().notNull(),
    seatId: integer(),
    quantity: integer().notNull(),
    priceMinor: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('sale_has_lock').on(t.tenantId, t.lockId),
    index('order_items_by_order').on(t.tenantId, t.orderId),
    foreignKey({
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    foreignKey({
      columns: [t.tenantId, t.eventId, t.zoneId],
      foreignColumns: [zones.tenantId, zones.eventId, zones.id],
    }),
    check(
      'order_items_units',
      sql`${t.quantity} >= 1 AND (${t.seatId} IS NULL OR ${t.quantity} = 1)`,
    ),
    check('order_items_price', sql`${t.priceMinor} >= 0`),
  ],
);

/** Money captured, or to be given back. One row for each reference of a provider, however often told. */
export const payments = pgTable(
  'payments',
  {
    tenantId: integer().notNull(),
    id: uuid().notNull(),
    orderId: uuid().notNull(),
    provider: text().notNull(),
    reference: text().notNull(),
    status: text({ enum: ['captured', 'refund_started', 'refunded'] }).notNull(),
    amountMinor: bigint({ mode: 'number' }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('payments_reference').on(t.tenantId, t.provider, t.reference),
    index('payments_by_order').on(t.tenantId, t.orderId),
    foreignKey({
      columns: [t.tenantId, t.orderId],
      foreignColumns: [orders.tenantId, orders.id],
    }),
    check('payments_status', sql`${t.status} IN ('captured', 'refund_started', 'refunded')`),
    check('payments_amount', sql`${t.amountMinor} >= 0`),
  ],
);

export const tickets = pgTable(
  'tickets',
  {
    tenantId: integer().notNull(),
    id: uuid().notNull(),
    orderId: uuid().notNull(),
    orderItemId: uuid().notNull(),
    eventId: uuid().notNull(),
    zoneId: integer().notNull(),
    seatId: integer(),
    /** What the QR code says: 26 characters of Crockford base 32, 130 random bits. */
    code: text().notNull(),
    status: text({ enum: ['valid', 'used', 'void'] })
      .notNull()
      .default('valid'),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('tickets_code').on(t.tenantId, t.code),
    uniqueIndex('one_ticket_per_seat')
      .on(t.tenantId, t.seatId)
      .where(sql`${t.status} <> 'void' AND ${t.seatId} IS NOT NULL`),
    index('tickets_by_order').on(t.tenantId, t.orderId),
    index('tickets_by_zone').on(t.tenantId, t.zoneId),
    foreignKey({
      columns: [t.tenantId, t.orderItemId],
      foreignColumns: [orderItems.tenantId, orderItems.id],
    }),
    foreignKey({
      columns: [t.tenantId, t.zoneId, t.seatId],
      foreignColumns: [seats.tenantId, seats.zoneId, seats.id],
    }),
    check('tickets_status', sql`${t.status} IN ('valid', 'used', 'void')`),
  ],
);
