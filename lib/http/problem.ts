import { DomainError, type ErrorCode, errorStatus } from '@/lib/errors';

/** RFC 9457 problem details; `code` is what clients test. What else there is depends on the code. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
} & Record<string, unknown>;

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Problem };

/** For developers, in English; people read `errors.<code>` of the messages. */
const texts: Record<ErrorCode, [title: string, detail: string]> = {
  invalid_request: ['Invalid request', 'Correct what `errors` names and send the request again.'],
  wrong_item_kind: [
    'Wrong kind of item',
    'Name a seat in a numbered zone, a quantity in a general one.',
  ],
  tenant_required: ['Tenant required', 'Name the organizer: add ?tenant=<slug>.'],
  invalid_signature: ['Invalid signature', 'The body does not match its signature.'],
  invalid_logo: ['Invalid logo', 'Send a PNG, JPEG or WebP picture of at most 256 KiB.'],
  sign_in_required: ['Sign-in required', 'Sign in and try again.'],
  cross_site: ['Cross-site request refused', 'State is changed from this site’s own pages only.'],
  not_on_sale: ['Not on sale', 'The event is outside its sale window.'],
  cooling_down: [
    'Cooling down',
    'The organizer lets this source lock nothing more until Retry-After has passed.',
  ],
  forbidden: ['Forbidden', 'The account may not do this.'],
  not_found: ['Not found', 'There is nothing at this address.'],
  tenant_not_found: ['Organizer not found', 'No organizer has this slug.'],
  event_not_found: ['Event not found', 'The organizer has no such event.'],
  zone_not_found: ['Zone not found', 'The event has no such zone.'],
  seat_not_found: ['Seat not found', 'The zone has no such seat.'],
  order_not_found: ['Order not found', 'There is no such order, or the key is not its key.'],
  provider_not_found: ['Payment provider not found', 'No such payment provider is on.'],
  method_not_allowed: ['Method not allowed', 'The address does not take this method.'],
  items_unavailable: ['Items unavailable', 'What `items` names cannot be had; nothing was locked.'],
  lock_limit_reached: ['Lock limit reached', 'The session holds as many places as it may.'],
  not_enough_seats: [
    'Not enough seats',
    'Fewer seats than `requested` can be had so: ask for `available` of them, or for less in particular.',
  ],
  no_live_locks: ['No live locks', 'The session holds nothing now.'],
  locks_not_live: ['Locks not live', 'What `lockIds` names has ended; nothing was started.'],
  request_in_progress: [
    'Request in progress',
    'The first request with this Idempotency-Key is still running.',
  ],
  last_owner: ['Last owner', 'The team needs an owner: name another one first.'],
  already_member: ['Already a member', 'The account is on the team.'],
  invitation_over: [
    'Invitation over',
    'It was accepted, withdrawn or has run out: ask for another.',
  ],
  time_zone_in_use: ['Time zone in use', 'Figures were counted by the present time zone.'],
  currency_in_use: ['Currency in use', 'There have been sales or locks in the present currency.'],
  changed_meanwhile: [
    'Changed meanwhile',
    'Somebody else saved first: `current` is what holds now. Send the change based on that.',
  ],
  body_too_large: ['Body too large', 'Send at most 64 KiB.'],
  idempotency_mismatch: [
    'Idempotency-Key reused',
    'The key was used for another request; take a new one.',
  ],
  rate_limited: ['Too many requests', 'Wait as long as Retry-After says.'],
  internal: ['Internal error', 'Something went wrong on our side.'],
  overloaded: ['Overloaded', 'Too many are waiting; try again in a moment.'],
  unavailable: [
    'Temporarily unavailable',
    'The database cannot be reached; try again in a moment.',
  ],
};

/** Any error as a problem. One that is not understood tells its `requestId` and nothing else. */
export function problemOf(error: unknown, requestId: string): Problem {
  const known = error instanceof DomainError ? error : new DomainError('internal');
  const [title, detail] = texts[known.code];
  return {
    type: `urn:butaca:problem:${known.code}`,
    title,
    status: errorStatus[known.code],
    detail,
    code: known.code,
    ...(known.code === 'internal' ? { requestId } : known.details),
  };
}

/** Seconds after which to try again, where waiting helps. */
function retryAfter(problem: Problem): number | null {
  if (typeof problem.retryAfterSeconds === 'number') return problem.retryAfterSeconds;
  const waiting: ErrorCode[] = ['overloaded', 'unavailable', 'request_in_progress'];
  return waiting.includes(problem.code) ? 1 : null;
}

export function problemResponse(problem: Problem): Response {
  const seconds = retryAfter(problem);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(seconds === null ? {} : { 'retry-after': String(seconds) }),
      ...(typeof problem.allow === 'string' ? { allow: problem.allow } : {}),
    },
  });
}
