'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { idSchema } from '@/lib/uuid';
import { orderBody, paySandbox } from './sandbox';
import {
  type Checkout,
  type CheckoutInput,
  checkoutInputSchema,
  type Order,
  sandboxInputSchema,
} from './schema';
import { checkout } from './service';

/** Opens an order for what the browser's session holds. */
export async function checkoutAction(
  tenant: string,
  input: CheckoutInput,
): Promise<ActionResult<Checkout>> {
  return action('checkout', tenant, (ctx) => checkout(ctx, parseValue(input, checkoutInputSchema)));
}

/** What the sandbox's bank answers to an order's payment. */
export async function sandboxAction(
  tenant: string,
  orderId: string,
  key: string,
  outcome: 'approve' | 'decline',
): Promise<ActionResult<Order>> {
  return action('sandbox', tenant, async (ctx) => {
    const given = parseValue(
      { orderId, key },
      z.strictObject({ orderId: idSchema, key: z.string() }),
    );
    const answer = parseValue({ outcome }, sandboxInputSchema);
    return orderBody(await paySandbox(ctx.db, given.orderId, { key: given.key }, answer.outcome));
  });
}
