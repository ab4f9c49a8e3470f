import { z } from 'zod';
import { moneySchema } from '@/lib/money';
import { idSchema } from '@/lib/uuid';

/** No request names more things than this, whatever a tenant's limit on units says. */
const itemsMax = 100;
/** Nor does anybody look at more seats before choosing. */
const excludedMax = 500;

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

/** Neighbouring seats of one row. */
export const seatBlockSchema = z.strictObject({
  zoneId: rowIdSchema,
  zoneName: z.string(),
  row: z.string(),
  seats: z.array(z.strictObject({ seatId: rowIdSchema, label: z.string() })),
});
export type SeatBlock = z.infer<typeof seatBlockSchema>;

/** Where a group sits: side by side in one row, or in several blocks near each other. */
export const placementSchema = z.strictObject({
  placement: z.enum(['together', 'split']),
  blocks: z.array(seatBlockSchema),
});
export type Placement = z.infer<typeof placementSchema>;

/** A choice that would leave single seats of a row behind, and choices there that would not. */
export const orphanedSchema = z.strictObject({
  zoneId: rowIdSchema,
  row: z.string(),
  /** Left alone by the choice. */
  seats: z.array(z.strictObject({ seatId: rowIdSchema, label: z.string() })),
  moves: z.array(seatBlockSchema),
});
export type Orphaned = z.infer<typeof orphanedSchema>;

export const unavailableItemSchema = z.strictObject({
  zoneId: rowIdSchema,
  seatId: rowIdSchema.optional(),
  requested: z.int().optional(),
  available: z.int().optional(),
  /** `orphan`: free, but taking it would leave a single seat behind; see `orphaned`. */
  reason: z.enum(['locked', 'sold', 'blocked', 'capacity', 'orphan']),
});
export type UnavailableItem = z.infer<typeof unavailableItemSchema>;

export const lockedSchema = lockStatusSchema.extend({
  locked: z.array(z.uuid()),
  unavailable: z.array(unavailableItemSchema).optional(),
  /** Where the whole group that was asked for could sit instead, nearest first. */
  alternatives: z.array(placementSchema).optional(),
  orphaned: z.array(orphanedSchema).optional(),
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

/** `maxPrice` in minor units of the organizer's currency; `accessible` of `quantity` are for wheelchairs. */
export const bestInputSchema = z
  .strictObject({
    eventId: idSchema,
    quantity: z.int().min(1).max(itemsMax),
    zoneIds: z.array(rowIdSchema).min(1).max(1_000).optional(),
    maxPrice: z.int().min(0).optional(),
    accessible: z.int().min(0).max(itemsMax).default(0),
    /** Seats that were seen, and are not wanted. */
    exclude: z.array(rowIdSchema).max(excludedMax).optional(),
    /** Locks of the session on as many seats, given up in exchange; their deadline stays. */
    swap: lockIdsSchema.optional(),
  })
  .refine(({ quantity, accessible }) => accessible <= quantity, {
    path: ['accessible'],
    message: 'No more than `quantity`.',
  })
  .refine(({ quantity, swap }) => !swap || new Set(swap).size === quantity, {
    path: ['swap'],
    message: 'As many different locks as `quantity`.',
  });
export type BestInput = z.infer<typeof bestInputSchema>;

export const swappedSchema = lockStatusSchema.extend({
  locked: z.array(z.uuid()),
  released: z.array(z.uuid()),
});
export type Swapped = z.infer<typeof swappedSchema>;

export const bestSchema = swappedSchema.extend(placementSchema.shape);
export type Best = z.infer<typeof bestSchema>;

/** As many seats as locks. A seat in both stays as it is. */
export const swapInputSchema = z
  .strictObject({
    eventId: idSchema,
    lockIds: lockIdsSchema,
    items: z.array(seatItemSchema).min(1).max(itemsMax),
  })
  .refine(
    ({ lockIds, items }) => {
      const seats = new Set(items.map((item) => item.seatId));
      return seats.size === items.length && new Set(lockIds).size === seats.size;
    },
    { path: ['items'], message: 'As many different seats as different locks.' },
  );
export type SwapInput = z.infer<typeof swapInputSchema>;
