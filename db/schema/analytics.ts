import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { tenants } from './tenants';
import { events, seats } from './venues';

const ofEvent = (t: { tenantId: never; eventId: never }) =>
  foreignKey({
    columns: [t.tenantId, t.eventId],
    foreignColumns: [events.tenantId, events.id],
  }).onDelete('cascade');

/**
 * Locks, units and their value in minor units, by what became of them. Columns and not rows: a year
 * of an arena is read in a fifth of the rows.
 */
const sums = () => ({
  saleLocks: integer().notNull(),
  saleUnits: integer().notNull(),
  saleValue: bigint({ mode: 'number' }).notNull(),
  timeoutLocks: integer().notNull(),
  timeoutUnits: integer().notNull(),
  timeoutValue: bigint({ mode: 'number' }).notNull(),
  buyerLocks: integer().notNull(),
  buyerUnits: integer().notNull(),
  buyerValue: bigint({ mode: 'number' }).notNull(),
  tabClosedLocks: integer().notNull(),
  tabClosedUnits: integer().notNull(),
  tabClosedValue: bigint({ mode: 'number' }).notNull(),
  adminLocks: integer().notNull(),
  adminUnits: integer().notNull(),
  adminValue: bigint({ mode: 'number' }).notNull(),
});

/**
 * Locks counted by the organizer's day on which they were made. Rows of `cart_item_locks` count
 * here once, when no cart begun by then can change any more; until then they count as they stand.
 */
export const lockDays = pgTable(
  'lock_days',
  {
    tenantId: integer().notNull(),
    /** `all`, `stage`, `zone`, `price`, `hour`, `device`, `extensions`. */
    dimension: text().notNull(),
    eventId: uuid().notNull(),
    day: date().notNull(),
    /** The dimension's value as text; empty for `all`. */
    key: text().notNull(),
    ...sums(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.dimension, t.eventId, t.day, t.key] }),
    index('lock_days_by_day').on(t.tenantId, t.dimension, t.day),
    ofEvent(t as never),
  ],
);

/** The same over all events, and for that without zones, which are an event's own. */
export const houseDays = pgTable(
  'house_days',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    dimension: text().notNull(),
    day: date().notNull(),
    key: text().notNull(),
    ...sums(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.dimension, t.day, t.key] })],
);

/** Carts counted by the day of their first lock. */
export const cartDays = pgTable(
  'cart_days',
  {
    tenantId: integer().notNull(),
    eventId: uuid().notNull(),
    day: date().notNull(),
    carts: integer().notNull(),
    /** Carts that were taken to the checkout; to payment; of which at least one lock was sold. */
    checkout: integer().notNull(),
    paying: integer().notNull(),
    sold: integer().notNull(),
    /** Whose session had lost an earlier cart of the event within 24 hours; of them, sold. */
    back: integer().notNull(),
    backSold: integer().notNull(),
    /** Sold carts by minutes from first lock to sale: under 1, 2, 3, 5, 10, 15, 30, and more. */
    soldWithin: integer().array().notNull(),
    /** Sum over sold carts. */
    convertMs: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.eventId, t.day] }),
    index('cart_days_by_day').on(t.tenantId, t.day),
    ofEvent(t as never),
  ],
);

/** Seats of an event, counted by the day of the lock. */
export const seatDays = pgTable(
  'seat_days',
  {
    tenantId: integer().notNull(),
    eventId: uuid().notNull(),
    day: date().notNull(),
    seatId: integer().notNull(),
    locks: integer().notNull(),
    sold: integer().notNull(),
    /** Ran out, given back, tab closed or released by staff. */
    abandoned: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.eventId, t.day, t.seatId] }),
    ofEvent(t as never),
    foreignKey({
      columns: [t.tenantId, t.seatId],
      foreignColumns: [seats.tenantId, seats.id],
    }).onDelete('cascade'),
  ],
);

/** Visitors of an event's page; each counts once a day. */
export const viewDays = pgTable(
  'view_days',
  {
    tenantId: integer().notNull(),
    eventId: uuid().notNull(),
    day: date().notNull(),
    device: text().notNull(),
    visitors: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.eventId, t.day, t.device] }),
    index('view_days_by_day').on(t.tenantId, t.day),
    ofEvent(t as never),
  ],
);

/** Who was counted on a day, by a hash that no other day has; forgotten soon after. */
export const eventViewers = pgTable(
  'event_viewers',
  {
    tenantId: integer().notNull(),
    eventId: uuid().notNull(),
    day: date().notNull(),
    visitor: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.eventId, t.day, t.visitor] }),
    index('event_viewers_by_day').on(t.tenantId, t.day),
    ofEvent(t as never),
  ],
);

/**
 * Carts that are counted and still matter: a later lock of theirs must not count as another cart,
 * and whose buyer comes back within a day is told from a new one.
 */
export const countedCarts = pgTable(
  'counted_carts',
  {
    tenantId: integer().notNull(),
    cartId: uuid().notNull(),
    eventId: uuid().notNull(),
    sessionKey: varchar({ length: 40 }).notNull(),
    beganAt: timestamp({ withTimezone: true }).notNull(),
    lastLockedAt: timestamp({ withTimezone: true }).notNull(),
    sold: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.cartId] }),
    index('counted_carts_by_session').on(t.tenantId, t.eventId, t.sessionKey),
    ofEvent(t as never),
  ],
);

/** How far a tenant's locks are counted. */
export const analyticsMarks = pgTable('analytics_marks', {
  tenantId: integer()
    .primaryKey()
    .references(() => tenants.id, { onDelete: 'cascade' }),
  /** Locks made before this are in the day tables; those from here on are counted as they stand. */
  countedUntil: timestamp({ withTimezone: true }).notNull(),
});
