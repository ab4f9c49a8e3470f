import { DomainError } from '@/lib/errors';
import { eventOfCall } from '@/lib/events/find';
import { geometry } from '@/lib/events/geometry';
import { packedBody } from '@/lib/events/packed-bodies';
import type { Call } from '@/lib/http/call';
import { refusing } from '@/lib/http/methods';
import { json, jsonBytes, route } from '@/lib/http/route';

/** Where every seat is. Never changes for a version, so with `?v=` it is kept for good. */
export const GET = route('GET /sales/events/{id}/seats', async (call) => {
  const packed = wantsPacked(call);
  const { tenant, id } = await eventOfCall(call);
  const ctx = call.context(tenant);
  const found = packed ? await packedBody(ctx, id) : await geometry(ctx, id);
  if (!found) throw new DomainError('event_not_found');
  const response = 'bytes' in found ? jsonBytes(found.bytes) : json(found);
  const current = call.url.searchParams.get('v') === String(found.version);
  response.headers.set(
    'cache-control',
    current ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  return response;
});

/** @throws DomainError `invalid_request` for a form that there is not. */
function wantsPacked(call: Call): boolean {
  const form = call.url.searchParams.get('form');
  if (form === null || form === 'packed') return form !== null;
  const message = 'The form is `packed`, or not named at all.';
  throw new DomainError('invalid_request', { errors: [{ path: 'form', message }] });
}

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
