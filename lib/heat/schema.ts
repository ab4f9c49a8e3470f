import { z } from 'zod';

export const heatQuerySchema = z.strictObject({ event: z.uuid() });
export const seatQuerySchema = z.strictObject({
  event: z.uuid(),
  seat: z.coerce.number().int().min(1).max(2_147_483_647),
});

/** Lengths of a replay that can be asked for, in minutes. */
export const replayMinutes = [60, 180, 600, 1440] as const;
export const replayQuerySchema = z.strictObject({
  event: z.uuid(),
  /** `first`: from the first lock on; `sale`: from the opening of the sale; `last`: up to now. */
  from: z.union([z.enum(['first', 'sale', 'last']), z.iso.datetime()]).default('first'),
  minutes: z.coerce
    .number()
    .pipe(z.literal([...replayMinutes]))
    .optional(),
});
export type ReplayQuery = z.output<typeof replayQuerySchema>;

/** How a lock ended without a sale. */
export const lossReasons = ['timeout', 'buyer', 'tab_closed', 'admin'] as const;
export type LossReason = (typeof lossReasons)[number];

/** Places of a general zone, over the life of the event. */
export type ZoneHeat = {
  id: number;
  locks: number;
  sold: number;
  abandoned: number;
  /** Median of the minutes from the opening of the sale to each sale; null before the first. */
  soldAfter: number | null;
};

/**
 * What became of each seat of an event that was ever locked. Columns are VLQ text, one number a
 * seat: ids by their difference to the one before; locks; of them sold; of them ended without a
 * sale; minutes from the opening of the sale to the seat's own, -1 where it is not sold.
 */
export type HeatBody = {
  serverTime: string;
  saleStartsAt: string;
  seats: { ids: string; locks: string; sold: string; abandoned: string; soldAfter: string };
  zones: ZoneHeat[];
};

/** One seat's own story. Every lock counts once; `live` is the one that still runs. */
export type SeatHistory = {
  seatId: number;
  locks: number;
  soldAt: string | null;
  live: boolean;
  lost: Record<LossReason, number>;
};

/**
 * The on-sale again. Frame k is the state at `from + (k + 1) × stepMinutes`, and what was locked
 * and sold in the step that ended then; the first frame also brings what was there before.
 */
export type ReplayBody = {
  serverTime: string;
  from: string;
  stepMinutes: number;
  minutes: number;
  frames: number;
  /** When the event's first lock was made and its last one made or ended; null without any. */
  first: string | null;
  last: string | null;
  /** There were more locks than are sent: the frames end before the first that was left out. */
  cut: boolean;
  /** How many seats change in each frame. */
  counts: number[];
  /** VLQ text of those seats' ids, by their difference to the one before. */
  seats: string;
  /** Their new `seatState`, a digit each. */
  states: string;
  /** [frame, zone, units locked, units sold] of general zones, where they change. */
  zones: [number, number, number, number][];
  /** Locks made and locks sold in each frame. */
  locks: number[];
  sales: number[];
};
