import { z } from 'zod';

/** An integer in the currency's minor unit: `{ amount: 4500, currency: 'EUR' }` is 45 €. */
export const moneySchema = z.strictObject({
  amount: z.int().min(0),
  currency: z.string().length(3),
});
export type Money = z.infer<typeof moneySchema>;
