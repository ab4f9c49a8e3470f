import { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';
import {
  availabilitySchema,
  eventDetailSchema,
  eventSummarySchema,
  geometrySchema,
  packedGeometrySchema,
} from '@/lib/events/schema';
import { type Operation, ofTenant, tenant } from './operation';

const ofEvent: ErrorCode[] = [...ofTenant, 'event_not_found'];

const streamDescription = [
  'Events `snapshot` (the availability) on connecting, `delta` (what changed) and `returns`:',
  '`[[zoneId, ms since 1970], …]`, zones in which nothing is left but something is held, with the',
  'earliest time that it could come back; after a snapshot only where there is one. `cart`: somebody',
  'else changed the cart of the session that the stream was opened with; its status tells how.',
].join(' ');

/** What is on, and what is left of it. */
export const catalogueOperations: Operation[] = [
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
    summary: 'Where every seat is, in columns; kept for good with ?v=. In less with ?form=packed.',
    query: ['tenant', 'v', 'form'],
    responses: {
      200: {
        schema: z.union([geometrySchema, packedGeometrySchema]),
        description: 'The geometry; packed, its columns are texts of numbers in base64 VLQ.',
      },
    },
    errors: [...ofEvent, 'invalid_request'],
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
    summary: 'A snapshot, then what changes, as server-sent events.',
    query: tenant,
    responses: {
      200: { type: 'text/event-stream', description: streamDescription },
    },
    errors: [...ofEvent, 'overloaded'],
  },
];
