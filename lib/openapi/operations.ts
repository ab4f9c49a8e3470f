import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import {
  availabilitySchema,
  eventDetailSchema,
  eventSummarySchema,
  geometrySchema,
} from '@/lib/events/schema';
import {
  extendedSchema,
  extendInputSchema,
  lockedSchema,
  lockInputSchema,
  lockStatusSchema,
  releasedSchema,
  releaseInputSchema,
} from '@/lib/locks/schema';
import {
  checkoutInputSchema,
  checkoutSchema,
  orderSchema,
  sandboxInputSchema,
} from '@/lib/orders/schema';
import { paymentEventSchema } from '@/lib/payments/schema';

export type Operation = {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  /** Names of query parameters; those of the path come from the path. */
  query?: string[];
  /** Whether an `Idempotency-Key` is understood. */
  once?: boolean;
  request?: z.ZodType;
  responses: Record<number, { schema?: z.ZodType; type?: string; description: string }>;
  errors: ErrorCode[];
};

const ofTenant: ErrorCode[] = ['tenant_required', 'tenant_not_found', 'unavailable'];
const ofWrite: ErrorCode[] = [
  ...ofTenant,
  'invalid_request',
  'cross_site',
  'body_too_large',
  'rate_limited',
];
const ofOnce: ErrorCode[] = ['idempotency_mismatch', 'request_in_progress'];
const ofEvent: ErrorCode[] = [...ofTenant, 'event_not_found'];
const tenant = ['tenant'];

/** Every REST endpoint, with the schemas that validate it. */
export const operations: Operation[] = [
  {
    method: 'get',
    path: '/sales/events',
    summary: 'Published events, of one organizer or of all.',
    query: tenant,
    responses: {
      200: {
        schema: z.strictObject({ events: z.array(eventSummarySchema) }),
        description: 'The events.',
      },
    },
    errors: ['tenant_not_found', 'unavailable'],
  },
  {
    method: 'get',
    path: '/sales/events/{id}',
    summary: 'An event, by id or slug, with its zones.',
    query: tenant,
    responses: { 200: { schema: eventDetailSchema, description: 'The event.' } },
    errors: ofEvent,
  },
  {
    method: 'get',
    path: '/sales/events/{id}/seats',
    summary: 'Where every seat is, in columns; kept for good with ?v=.',
    query: ['tenant', 'v'],
    responses: { 200: { schema: geometrySchema, description: 'The geometry.' } },
    errors: ofEvent,
  },
  {
    method: 'get',
    path: '/sales/events/{id}/availability',
    summary: 'What is free, locked and sold, at most one second old.',
    query: tenant,
    responses: { 200: { schema: availabilitySchema, description: 'The availability.' } },
    errors: ofEvent,
  },
  {
    method: 'get',
    path: '/sales/events/{id}/live',
    summary: 'A snapshot, then deltas, as server-sent events.',
    query: tenant,
    responses: {
      200: { type: 'text/event-stream', description: 'Events `snapshot` and `delta`.' },
    },
    errors: [...ofEvent, 'overloaded'],
  },
  {
    method: 'post',
    path: '/sales/cart/lock',
    summary: 'Locks seats and places for the session.',
    query: tenant,
    once: true,
    request: lockInputSchema,
    responses: {
      201: { schema: lockedSchema, description: 'Something was newly locked.' },
      200: { schema: lockedSchema, description: 'Every item was already this session’s.' },
    },
    errors: [
      ...ofWrite,
      ...ofOnce,
      'wrong_item_kind',
      'not_on_sale',
      'event_not_found',
      'zone_not_found',
      'seat_not_found',
      'items_unavailable',
      'lock_limit_reached',
      'overloaded',
    ],
  },
  {
    method: 'delete',
    path: '/sales/cart/lock',
    summary: 'Gives back locks of the session: those named, or all.',
    query: tenant,
    request: releaseInputSchema,
    responses: { 200: { schema: releasedSchema, description: 'What was given back.' } },
    errors: ofWrite,
  },
  {
    method: 'put',
    path: '/sales/cart/lock/extend',
    summary: 'Extends locks of the session: those named, or all.',
    query: tenant,
    once: true,
    request: extendInputSchema,
    responses: { 200: { schema: extendedSchema, description: 'The new deadlines.' } },
    errors: [...ofWrite, ...ofOnce, 'no_live_locks'],
  },
  {
    method: 'get',
    path: '/sales/cart/lock/status',
    summary: 'What the session holds; resumes what it had abandoned within the grace.',
    query: tenant,
    responses: { 200: { schema: lockStatusSchema, description: 'The cart.' } },
    errors: ofTenant,
  },
  {
    method: 'post',
    path: '/sales/cart/lock/release',
    summary: 'The beacon of a closing tab: the session’s locks end after the grace.',
    query: tenant,
    responses: { 204: { description: 'Always.' } },
    errors: ['cross_site', 'rate_limited'],
  },
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
    query: ['key'],
    request: sandboxInputSchema,
    responses: { 200: { schema: orderSchema, description: 'The order.' } },
    errors: [
      'invalid_request',
      'cross_site',
      'order_not_found',
      'provider_not_found',
      'unavailable',
    ],
  },
  {
    method: 'get',
    path: '/sales/orders/{orderId}',
    summary: 'An order and its tickets, for the holder of its key or its owner.',
    query: ['key'],
    responses: { 200: { schema: orderSchema, description: 'The order.' } },
    errors: ['order_not_found', 'unavailable'],
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
      'provider_not_found',
      'order_not_found',
      'unavailable',
    ],
  },
];
