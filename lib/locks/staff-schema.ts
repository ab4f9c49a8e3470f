import { z } from 'zod';
import { lineSchema } from '@/lib/text';

/** Why staff end a lock: for the record, and so in the log. */
const reason = lineSchema.trim().min(1).max(200);

/** Of one call; far more than anybody selects, and one transaction's work. */
export const staffReleaseMax = 5_000;

/**
 * What staff release: locks by id, a whole cart, or everything of the session that a lock belongs
 * to. A session's key never leaves the server, so a lock stands for it.
 */
export const staffReleaseSchema = z.union([
  z.strictObject({ lockIds: z.array(z.uuid()).min(1).max(staffReleaseMax), reason }),
  z.strictObject({ cartId: z.uuid(), reason }),
  z.strictObject({ sessionOf: z.uuid(), reason }),
]);
export type StaffReleaseInput = z.infer<typeof staffReleaseSchema>;

/** By a source that only the server knows. */
export type SourceRelease = {
  source: { kind: 'session' | 'account' | 'address'; value: string };
  reason: string;
};
export type StaffRelease = StaffReleaseInput | SourceRelease;

/**
 * `notFound`: named, and not live any more. `paying`: being paid for at this moment, and kept: their
 * buyers were promised that nobody else can have them.
 */
export type StaffReleased = { released: string[]; notFound: string[]; paying: string[] };
