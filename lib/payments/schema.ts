import { z } from 'zod';
import { lineSchema } from '@/lib/text';
import { idSchema } from '@/lib/uuid';

/** What a provider tells of a payment, however often and in whatever order. */
export const paymentEventSchema = z.strictObject({
  orderId: idSchema,
  outcome: z.enum(['captured', 'declined']),
  /** The provider's own name of the payment: the same at every telling. */
  reference: lineSchema.min(1).max(200),
  amountMinor: z.int().min(0),
});
export type PaymentEvent = z.infer<typeof paymentEventSchema>;
