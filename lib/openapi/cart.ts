import {
  extendedSchema,
  extendInputSchema,
  lockedSchema,
  lockInputSchema,
  lockStatusSchema,
  releasedSchema,
  releaseInputSchema,
} from '@/lib/locks/schema';
import { type Operation, ofOnce, ofTenant, ofWrite, tenant } from './operation';

/** What a session holds. */
export const cartOperations: Operation[] = [
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
];
