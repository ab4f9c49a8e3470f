import { z } from 'zod';
import { moneySchema } from '@/lib/money';

export { type SeatState, seatFlag, seatState } from './seat-codes';

export const eventSummarySchema = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  tenant: z.string(),
  name: z.string(),
  startsAt: z.iso.datetime(),
  onSale: z.boolean(),
  currency: z.string(),
});
export type EventSummary = z.infer<typeof eventSummarySchema>;

export const zoneSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  type: z.enum(['numbered', 'general']),
  capacity: z.int(),
  available: z.int(),
  locked: z.int(),
  sold: z.int(),
  price: moneySchema,
});
export type Zone = z.infer<typeof zoneSchema>;

export const eventDetailSchema = eventSummarySchema.extend({ zones: z.array(zoneSchema) });
export type EventDetail = z.infer<typeof eventDetailSchema>;

/** The geometry of an event: one entry a seat in every array, in one fixed order (ascending id). */
export const geometrySchema = z.strictObject({
  version: z.int(),
  ids: z.array(z.int()),
  /** Zone id of each seat. */
  zones: z.array(z.int()),
  rows: z.array(z.string()),
  labels: z.array(z.string()),
  /** Seat units; one unit is the pitch between two seats. */
  x: z.array(z.number()),
  y: z.array(z.number()),
  /** Sum of `seatFlag`s. */
  flags: z.array(z.int()),
});
export type Geometry = z.infer<typeof geometrySchema>;

/** The same in far less: each column a text of `vlq.ts`. Written and read by `packed-geometry.ts`. */
export const packedGeometrySchema = z.strictObject({
  version: z.int(),
  seats: z.int(),
  ids: z.string(),
  zones: z.string(),
  rows: z.string(),
  labels: z.string(),
  x: z.string(),
  y: z.string(),
  flags: z.string(),
  /** What rows and labels are called, as far as it is not a number that counts on. */
  names: z.array(z.string()),
});
export type PackedGeometry = z.infer<typeof packedGeometrySchema>;

export const zoneAvailabilitySchema = z.strictObject({
  id: z.int(),
  available: z.int(),
  locked: z.int(),
  sold: z.int(),
});

export type ZoneAvailability = z.infer<typeof zoneAvailabilitySchema>;

/**
 * `seats` is base64 of two bits a seat in geometry order, four seats a byte, the first seat in the
 * lowest two bits. `version` grows with every change that is told.
 */
export const availabilitySchema = z.strictObject({
  version: z.int(),
  serverTime: z.iso.datetime(),
  zones: z.array(zoneAvailabilitySchema),
  seats: z.base64(),
});
export type Availability = z.infer<typeof availabilitySchema>;

export const deltaSchema = z.strictObject({
  version: z.int(),
  /** [seatId, state] */
  seats: z.array(z.tuple([z.int(), z.int()])),
  /** [zoneId, available, locked, sold] */
  zones: z.array(z.tuple([z.int(), z.int(), z.int(), z.int()])),
});
export type Delta = z.infer<typeof deltaSchema>;

/** [zoneId, ms since 1970]: nothing is left there, what is held could come back then at the earliest. */
export const returnsSchema = z.array(z.tuple([z.int(), z.int()]));
export type Returns = z.infer<typeof returnsSchema>;
