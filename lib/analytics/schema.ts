import { z } from 'zod';
import { daySchema } from '@/lib/day';
import { idSchema } from '@/lib/uuid';

/** More than two years are no question that a chart answers. */
const daysMax = 800;
const dayMs = 86_400_000;

/** Days of the organizer's time zone, both inclusive. */
export type Period = { from: string; to: string };
/** What figures are asked for: locks made in a period, of one event or of all. */
export type Filter = Period & { eventId?: string };

const period = { from: daySchema, to: daySchema };
const inOrder = ({ from, to }: Period) =>
  from <= to && Date.parse(to) - Date.parse(from) < daysMax * dayMs;

/** What became of a lock; `open` is still live. All but `sale` and `open` are lost. */
export const outcomes = ['sale', 'timeout', 'buyer', 'tab_closed', 'admin', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

/** How far a lock came; a sold one has been paid. */
export const stages = ['cart', 'checkout', 'paying'] as const;
export type Stage = (typeof stages)[number];

/** `unknown`: the browser did not say. */
export const devices = ['phone', 'tablet', 'desktop', 'program', 'unknown'] as const;
export type Device = (typeof devices)[number];

/** By what losses can be told apart. Zones have their id as key, prices minor units, hours 0 to 23. */
export const dimensions = ['stage', 'zone', 'price', 'hour', 'device', 'extensions'] as const;
export type Dimension = (typeof dimensions)[number];

/** `value`: units × price at lock, in minor units. */
export type Sums = { locks: number; units: number; value: number };
export type ByOutcome = Record<Outcome, Sums>;
export type LossRow = ByOutcome & { key: string };

/** Visitors of the event's page, then carts: each counts at every step that it reached. */
export type Funnel = {
  viewed: number;
  locked: number;
  checkout: number;
  paying: number;
  sold: number;
};

/** `made = sold + open + lost`. A cart is sold when any of its locks is, else open while one is live. */
export type Split = { made: number; sold: number; open: number; lost: number };

/** Upper bounds in minutes of `TimeToConvert.within`; its last number counts what took longer. */
export const convertMinutes = [1, 2, 3, 5, 10, 15, 30] as const;

/** From a cart's first lock to its first sale; `meanMs` is null where nothing was sold. */
export type TimeToConvert = { meanMs: number | null; within: number[] };
export type Conversion = {
  locks: Split;
  units: Split;
  value: Split;
  carts: Split;
  timeToConvert: TimeToConvert;
};

/** Locks and carts made on a day; carts count on the day of their first lock. */
export type DayFigures = {
  day: string;
  locks: number;
  sold: number;
  lost: number;
  open: number;
  carts: number;
  cartsSold: number;
  value: number;
  valueSold: number;
};

export type SeatFigures = {
  seatId: number;
  zoneId: number;
  zoneName: string;
  row: string;
  seat: string;
  locks: number;
  sold: number;
  abandoned: number;
};

/** Carts whose session had lost an earlier cart of the event in the 24 hours before. */
export type CartsBack = { back: number; backSold: number };

/** What a row of carts is asked for by: how far they came, or what became of them. */
export const cartKinds = [
  'locked',
  'checkout',
  'paying',
  'sold',
  'open',
  'lost',
  'back',
  'backSold',
] as const;
export type CartKind = (typeof cartKinds)[number];

/** Where the next page begins: made by `lockRows`, opaque to everybody else. */
const cursorSchema = z.string().regex(/^\d{1,17}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const numberText = z.coerce.number().int().min(0).max(2_147_483_647);

export const rowsFilterSchema = z
  .strictObject({
    ...period,
    eventId: idSchema.optional(),
    outcome: z.enum([...outcomes, 'lost']).optional(),
    stage: z.enum(stages).optional(),
    zoneId: numberText.optional(),
    price: numberText.optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
    device: z.enum(devices).optional(),
    extensions: numberText.optional(),
    seatId: numberText.optional(),
    /** Every lock of such carts, begun in the period, instead of the locks made in it. */
    cart: z.enum(cartKinds).optional(),
    /** Of sold carts, those under that bound of `convertMinutes` and over the one before. */
    within: z.coerce.number().int().min(0).max(convertMinutes.length).optional(),
    cursor: cursorSchema.optional(),
    /** Which way the page lies from its cursor. */
    toward: z.enum(['older', 'newer']).optional(),
  })
  .refine(inOrder, 'the days must be in order, and no more than 800');
export type RowsFilter = z.infer<typeof rowsFilterSchema>;

/** A lock as the staff sees it: who in short names, never a key. Times are ISO 8601 in UTC. */
export type LockRecord = {
  id: string;
  cartId: string;
  eventId: string;
  eventName: string;
  eventStartsAt: string;
  zoneId: number;
  zoneName: string;
  seatId: number | null;
  row: string | null;
  seat: string | null;
  quantity: number;
  /** Of one unit; `value` is that of all. */
  price: number;
  value: number;
  session: string;
  account: string | null;
  address: string | null;
  device: Device;
  lockedAt: string;
  expiresAt: string;
  endedAt: string | null;
  outcome: Outcome;
  stage: Stage;
  extensions: number;
};

/**
 * `next` goes on to older rows, `previous` back to newer ones, with `toward: 'newer'`. `searchedTo`:
 * the moment at which the search stopped because it took long; null where there is no more to find.
 */
export type LockPage = {
  rows: LockRecord[];
  next: string | null;
  previous: string | null;
  searchedTo: string | null;
};

/** What stands behind a filter, all pages of it. Null is what was not counted, or not in time. */
export type RowsCount = { [measure in keyof Sums | 'carts']: number | null };

/** Tables that can be had as a file. */
export const csvTables = [
  'funnel',
  'conversion',
  'days',
  'reasons',
  ...dimensions,
  'time',
  'back',
  'seats',
  'locks',
] as const;
export type CsvTable = (typeof csvTables)[number];

/** Of a file's address; the rest of it is a filter. */
export const csvQuerySchema = z.object({
  table: z.enum(csvTables),
  /** Of its headings. */
  locale: z.enum(['es', 'en']).default('es'),
  from: daySchema,
  to: daySchema,
});
