import { z } from 'zod';
import {
  checkoutInputSchema,
  checkoutSchema,
  orderSchema,
  sandboxInputSchema,
} from '@/lib/orders/schema';
import { paymentEventSchema } from '@/lib/payments/schema';
import { type Operation, ofOnce, ofWrite, tenant } from './operation';

/** From what is held to tickets. */
export const checkoutOperations: Operation[] = [
  {
    method: 'post',
    path: '/sales/checkout',
    summary: 'Opens an order for what the session holds.',
    query: tenant,
    once: true,
    request: checkoutInputSchema,
    responses: { 201: { schema: checkoutSchema, description: 'The order, to be paid.' } },
    errors: [...ofWrite, ...ofOnce, 'no_live_locks', 'locks_not_live', 'provider_not_found'],
  },
  {
    method: 'post',
    path: '/sales/checkout/{orderId}/sandbox',
    summary: 'Decides what the sandbox’s bank answers.',
    query: [...tenant, 'key'],
    once: true,
    request: sandboxInputSchema,
    responses: { 200: { schema: orderSchema, description: 'The order.' } },
    errors: [
      'invalid_request',
      'cross_site',
      'body_too_large',
      'rate_limited',
      ...ofOnce,
      'tenant_not_found',
      'order_not_found',
      'provider_not_found',
      'unavailable',
    ],
  },
  {
    method: 'get',
    path: '/sales/orders/{orderId}',
    summary: 'An order and its tickets, for the holder of its key or its owner.',
    query: [...tenant, 'key'],
    responses: { 200: { schema: orderSchema, description: 'The order.' } },
    errors: ['tenant_not_found', 'order_not_found', 'unavailable'],
  },
  {
    method: 'post',
    path: '/sales/payments/{provider}/webhook',
    summary: 'What a payment provider tells, signed over the raw body.',
    request: paymentEventSchema,
    responses: {
      200: { schema: z.strictObject({ received: z.literal(true) }), description: 'Taken in.' },
    },
    errors: [
      'invalid_signature',
      'invalid_request',
      'body_too_large',
      'rate_limited',
      'provider_not_found',
      'order_not_found',
      'unavailable',
    ],
  },
];
