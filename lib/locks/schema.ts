import { z } from 'zod';
import { moneySchema } from '@/lib/money';
import { idSchema } from '@/lib/uuid';

/** No request names more things than this, whatever a tenant's limit on units says. */
const itemsMax = 100;

/** PostgreSQL's `integer`, from 1 up: zones and seats are numbered with it. */
export const rowIdSchema = z.int().min(1).max(2_147_483_647);
const quantitySchema = z.int().min(1).max(1_000);

const seatItemSchema = z.strictObject({ zoneId: rowIdSchema, seatId: rowIdSchema });
const placesItemSchema = z.strictObject({ zoneId: rowIdSchema, quantity: quantitySchema });

export const lockItemSchema = z.union([seatItemSchema, placesItemSchema]);
export type LockItem = z.infer<typeof lockItemSchema>;

export const lockInputSchema = z.strictObject({
  eventId: idSchema,
  items: z.array(lockItemSchema).min(1).max(itemsMax),
  mode: z.enum(['all', 'any']).default('all'),
});
export type LockInput = z.infer<typeof lockInputSchema>;

const lockIdsSchema = z.array(idSchema).min(1).max(itemsMax);

export const releaseInputSchema = z.union([
  z.strictObject({ lockIds: lockIdsSchema }),
  z.strictObject({
    items: z
      .array(z.union([z.strictObject({ seatId: rowIdSchema }), placesItemSchema]))
      .min(1)
      .max(itemsMax),
  }),
  z.strictObject({}),
]);
export type ReleaseInput = z.infer<typeof releaseInputSchema>;

export const extendInputSchema = z.strictObject({
  lockIds: lockIdsSchema.optional(),
  minutes: z.number().positive().optional(),
});
export type ExtendInput = z.infer<typeof extendInputSchema>;

export const liveLockSchema = z.strictObject({
  id: z.uuid(),
  eventId: z.uuid(),
  eventName: z.string(),
  zoneId: rowIdSchema,
  zoneName: z.string(),
  seatId: rowIdSchema.nullable(),
  row: z.string().nullable(),
  seat: z.string().nullable(),
  quantity: z.int(),
  /** Of one unit. */
  price: moneySchema,
  lockedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  remainingMs: z.int(),
  extensionsLeft: z.int(),
});
export type LiveLock = z.infer<typeof liveLockSchema>;

export const endedLockSchema = z.strictObject({
  id: z.uuid(),
  zoneName: z.string(),
  row: z.string().nullable(),
  seat: z.string().nullable(),
  quantity: z.int(),
  status: z.enum(['expired', 'released', 'converted']),
  reason: z.enum(['timeout', 'buyer', 'tab_closed', 'admin', 'sale']),
  endedAt: z.iso.datetime(),
});
export type EndedLock = z.infer<typeof endedLockSchema>;

/** The session's cart in one tenant: the body of every answer about locks. */
export const lockStatusSchema = z.strictObject({
  serverTime: z.iso.datetime(),
  durationMs: z.int(),
  warningMs: z.int(),
  autoExtend: z.boolean(),
  maxLocks: z.int(),
  locks: z.array(liveLockSchema),
  /** Those that ended in the last 15 minutes, newest first. */
  ended: z.array(endedLockSchema),
  total: moneySchema,
  earliestExpiry: z.iso.datetime().nullable(),
});
export type LockStatus = z.infer<typeof lockStatusSchema>;

export const unavailableItemSchema = z.strictObject({
  zoneId: rowIdSchema,
  seatId: rowIdSchema.optional(),
  requested: z.int().optional(),
  available: z.int().optional(),
  reason: z.enum(['locked', 'sold', 'blocked', 'capacity']),
});
export type UnavailableItem = z.infer<typeof unavailableItemSchema>;

export const lockedSchema = lockStatusSchema.extend({
  locked: z.array(z.uuid()),
  unavailable: z.array(unavailableItemSchema).optional(),
});
export type Locked = z.infer<typeof lockedSchema>;

export const releasedSchema = lockStatusSchema.extend({
  released: z.array(z.uuid()),
  notFound: z.array(z.union([z.uuid(), z.strictObject({ seatId: rowIdSchema }), placesItemSchema])),
});
export type Released = z.infer<typeof releasedSchema>;

export const extendedSchema = lockStatusSchema.extend({
  extended: z.array(
    z.strictObject({ id: z.uuid(), expiresAt: z.iso.datetime(), extensionsLeft: z.int() }),
  ),
  refused: z.array(z.strictObject({ id: z.uuid(), reason: z.enum(['expired', 'max_extensions']) })),
});
export type Extended = z.infer<typeof extendedSchema>;
