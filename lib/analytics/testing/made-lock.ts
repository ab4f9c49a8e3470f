import { randomBytes, randomUUID } from 'node:crypto';
import type { Hall } from '@/db/testing/hall';
import type { LockRow } from './lock-row';

export const hourMs = 3_600_000;

/** A lock of two places that ran out after its quarter of an hour; `more` says what is otherwise. */
export function madeLock(hall: Hall, lockedMs: number, more: Partial<LockRow> = {}): LockRow {
  return {
    tenant_id: hall.tenantId,
    id: randomUUID(),
    session_key: randomBytes(20).toString('hex'),
    event_id: hall.eventId,
    zone_id: hall.general,
    seat_id: null,
    quantity: 2,
    locked_at: lockedMs,
    expires_at: lockedMs + hourMs / 4,
    status: 'expired',
    price_at_lock: 2000,
    ended_at: lockedMs + hourMs / 4,
    end_reason: 'timeout',
    duration_ms: hourMs,
    max_extensions: 10,
    extensions: 0,
    former_expires_at: null,
    cart_id: randomUUID(),
    device: 'phone',
    checkout_at: null,
    paying_at: null,
    ...more,
  };
}

/** Not ended, and not to be counted: until it has, the mark stays at its hour. */
export const heldOpen = (hall: Hall, lockedMs: number, more: Partial<LockRow> = {}) =>
  madeLock(hall, lockedMs, { status: 'active', ended_at: null, end_reason: null, ...more });
