import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { tenants } from './tenants';

/** Shapes drawn under the seats, in the seats' own units (one unit: the pitch between two seats). */
export type VenuePlan = {
  /** Bounds of everything drawn: [left, top, right, bottom]. */
  bounds: [number, number, number, number];
  shapes: PlanShape[];
  /** What is best seen from the best seats. Without it: the middle of the stage's near edge. */
  focus?: [number, number];
  /** Drawn one at a time, because they lie over each other; a zone names its own by index. */
  floors?: { es: string; en: string }[];
};
/** A shape without a floor is drawn on every one. */
export type PlanShape = { floor?: number } & (
  | {
      kind: 'stage' | 'pitch' | 'wall';
      points: [number, number][];
      label?: { es: string; en: string };
    }
  | { kind: 'label'; at: [number, number]; text: string; zone?: string }
);

export const venues = pgTable(
  'venues',
  {
    tenantId: integer()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: integer().generatedAlwaysAsIdentity().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    city: text().notNull(),
    plan: jsonb().$type<VenuePlan>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const events = pgTable(
  'events',
  {
    tenantId: integer().notNull(),
    id: uuid().notNull(),
    venueId: integer().notNull(),
    slug: text().notNull(),
    name: text().notNull(),
    description: jsonb().$type<{ es: string; en: string }>().notNull(),
    status: text({ enum: ['draft', 'published'] })
      .notNull()
      .default('draft'),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    saleStartsAt: timestamp({ withTimezone: true }).notNull(),
    saleEndsAt: timestamp({ withTimezone: true }).notNull(),
    /** Grows when seats are added, moved or removed; names the geometry in caches. */
    mapVersion: integer().notNull().default(1),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('events_slug').on(t.tenantId, t.slug),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    check('events_status', sql`${t.status} IN ('draft', 'published')`),
    check('events_sale_window', sql`${t.saleStartsAt} < ${t.saleEndsAt}`),
    check('events_slug_form', sql`${t.slug} ~ '^[a-z0-9]([a-z0-9-]{0,126}[a-z0-9])?$'`),
  ],
);

export const zones = pgTable(
  'zones',
  {
    tenantId: integer().notNull(),
    id: integer().generatedAlwaysAsIdentity().notNull(),
    eventId: uuid().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['numbered', 'general'] }).notNull(),
    /** Units: seats of a numbered zone, places of a general one. */
    capacity: integer().notNull(),
    /** Units sold. The one counter: it changes only in the transaction that converts or refunds. */
    sold: integer().notNull().default(0),
    /** Price of one unit in the tenant's minor unit. */
    priceMinor: integer().notNull(),
    /** Order in lists, and the palette's step of the price tier. */
    position: integer().notNull().default(0),
    tier: integer().notNull().default(0),
    /** Index into the plan's floors; 0 where there is only one. */
    floor: integer().notNull().default(0),
    /** Outline on the plan of a general zone, in seat units. */
    outline: jsonb().$type<[number, number][]>(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('zones_of_event').on(t.tenantId, t.eventId, t.id),
    foreignKey({
      columns: [t.tenantId, t.eventId],
      foreignColumns: [events.tenantId, events.id],
    }).onDelete('cascade'),
    check('zones_kind', sql`${t.kind} IN ('numbered', 'general')`),
    check('capacity', sql`${t.capacity} >= 0 AND ${t.sold} BETWEEN 0 AND ${t.capacity}`),
    check('zones_price', sql`${t.priceMinor} >= 0`),
    check('zones_tier', sql`${t.tier} BETWEEN 0 AND 5`),
    check('zones_floor', sql`${t.floor} BETWEEN 0 AND 20`),
  ],
);

export const seats = pgTable(
  'seats',
  {
    tenantId: integer().notNull(),
    id: integer().generatedAlwaysAsIdentity().notNull(),
    eventId: uuid().notNull(),
    zoneId: integer().notNull(),
    row: text().notNull(),
    label: text().notNull(),
    x: real().notNull(),
    y: real().notNull(),
    accessible: boolean().notNull().default(false),
    companion: boolean().notNull().default(false),
    /** A pillar, a rail: the buyer is told before choosing. */
    restrictedView: boolean().notNull().default(false),
    status: text({ enum: ['available', 'sold', 'blocked'] })
      .notNull()
      .default('available'),
    /** Null: the zone's price. */
    priceMinor: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('seats_of_zone').on(t.tenantId, t.zoneId, t.id),
    unique('seats_named').on(t.tenantId, t.zoneId, t.row, t.label),
    index('seats_by_event').on(t.tenantId, t.eventId, t.id),
    foreignKey({
      columns: [t.tenantId, t.eventId, t.zoneId],
      foreignColumns: [zones.tenantId, zones.eventId, zones.id],
    }).onDelete('cascade'),
    check('seats_status', sql`${t.status} IN ('available', 'sold', 'blocked')`),
    check('seats_price', sql`${t.priceMinor} >= 0`),
  ],
);
