import type { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';

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

/** What a call that names a tenant may answer. */
export const ofTenant: ErrorCode[] = ['tenant_required', 'tenant_not_found', 'unavailable'];
/** And what one that changes something may. */
export const ofWrite: ErrorCode[] = [
  ...ofTenant,
  'invalid_request',
  'cross_site',
  'body_too_large',
  'rate_limited',
];
/** And what one that understands an `Idempotency-Key` may. */
export const ofOnce: ErrorCode[] = ['idempotency_mismatch', 'request_in_progress'];
/** The query parameters of a call that names a tenant. */
export const tenant = ['tenant'];
