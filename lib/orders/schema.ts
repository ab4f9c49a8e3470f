import { z } from 'zod';
import { moneySchema } from '@/lib/money';
import { lineSchema } from '@/lib/text';
import { idSchema } from '@/lib/uuid';

export const checkoutInputSchema = z.strictObject({
  email: z.email().max(254),
  name: lineSchema.trim().min(1).max(120),
  lockIds: z.array(idSchema).min(1).max(100).optional(),
  /** The language of the confirmation. */
  locale: z.enum(['es', 'en']).optional(),
});
export type CheckoutInput = z.infer<typeof checkoutInputSchema>;

export const checkoutSchema = z.strictObject({
  orderId: z.uuid(),
  number: z.string(),
  /** Opens the order without an account. */
  key: z.string(),
  status: z.literal('pending'),
  total: moneySchema,
  /** When the first of its locks ends. */
  expiresAt: z.iso.datetime(),
  payment: z.strictObject({ provider: z.string(), url: z.string().optional() }),
});
export type Checkout = z.infer<typeof checkoutSchema>;

export const sandboxInputSchema = z.strictObject({ outcome: z.enum(['approve', 'decline']) });

export const ticketSchema = z.strictObject({
  code: z.string(),
  eventId: z.uuid(),
  zoneName: z.string(),
  row: z.string().nullable(),
  seat: z.string().nullable(),
  status: z.enum(['valid', 'used', 'void']),
});

export const orderItemSchema = z.strictObject({
  eventId: z.uuid(),
  eventName: z.string(),
  startsAt: z.iso.datetime(),
  zoneName: z.string(),
  row: z.string().nullable(),
  seat: z.string().nullable(),
  quantity: z.int(),
  /** Of one unit. */
  price: moneySchema,
});

export const orderSchema = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(['pending', 'paid', 'failed', 'cancelled', 'refunded']),
  email: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  items: z.array(orderItemSchema),
  tickets: z.array(ticketSchema),
  total: moneySchema,
});
export type Order = z.infer<typeof orderSchema>;
