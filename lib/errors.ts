/**
 * Every error that the product speaks of, by its stable code, with its HTTP status.
 * Clients test the code; people read `messages/*.json` under `errors.<code>`.
 */
export const errorStatus = {
  invalid_request: 400,
  wrong_item_kind: 400,
  tenant_required: 400,
  invalid_signature: 400,
  invalid_logo: 400,
  sign_in_required: 401,
  cross_site: 403,
  not_on_sale: 403,
  cooling_down: 403,
  forbidden: 403,
  not_found: 404,
  tenant_not_found: 404,
  event_not_found: 404,
  zone_not_found: 404,
  seat_not_found: 404,
  order_not_found: 404,
  provider_not_found: 404,
  method_not_allowed: 405,
  items_unavailable: 409,
  lock_limit_reached: 409,
  not_enough_seats: 409,
  no_live_locks: 409,
  locks_not_live: 409,
  request_in_progress: 409,
  last_owner: 409,
  already_member: 409,
  invitation_over: 409,
  currency_in_use: 409,
  time_zone_in_use: 409,
  changed_meanwhile: 409,
  body_too_large: 413,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  overloaded: 503,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** An outcome that the caller is told about by name. Thrown inside a transaction, it rolls back. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /**
   * The bundler may give pages, actions and route handlers a copy each of this class, and what is
   * process-wide throws the copy of whoever made it: by name they are all one.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DomainError';
  }
}

/** What the work returns, or the error by name that it threw. Others are thrown on. */
export function orRefusal<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
