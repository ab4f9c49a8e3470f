import { randomUUID } from 'node:crypto';
import { DomainError } from '@/lib/errors';
import { lockDefaults } from '@/lib/settings';
import type { BatchState, Claim, ClaimOutcome, ZoneFacts } from '../claim';
import { decideClaim } from '../policy';
import type { LockItem } from '../schema';

export const [stalls, floor] = [1, 2];
export const seat = (seatId: number): LockItem => ({ zoneId: stalls, seatId });
export const places = (quantity: number): LockItem => ({ zoneId: floor, quantity });

/** On sale, all of it free: seats 1 to 5 (4 blocked, 5 sold), and ten places, two of them sold. */
export function hall(changes: Partial<BatchState> = {}, limit = 50): BatchState {
  const seats = [1, 2, 3, 4, 5].map((id) => ({
    id,
    zoneId: stalls,
    row: '1',
    label: String(id),
    status: ({ 4: 'blocked', 5: 'sold' } as const)[id] ?? ('available' as const),
    priceMinor: id === 2 ? 9_900 : null,
  }));
  const zone = (id: number, rest: Pick<ZoneFacts, 'kind' | 'capacity' | 'sold' | 'priceMinor'>) =>
    [id, { id, name: 'Zona', ...rest }] as const;
  return {
    nowMs: 1_000,
    event: { name: 'Noche', published: true, saleStartsMs: 0, saleEndsMs: 2_000, mapVersion: 1 },
    settings: { ...lockDefaults, maxLocksPerSession: limit },
    zones: new Map([
      zone(stalls, { kind: 'numbered', capacity: 5, sold: 1, priceMinor: 4_500 }),
      zone(floor, { kind: 'general', capacity: 10, sold: 2, priceMinor: 2_000 }),
    ]),
    seats: new Map(seats.map((each) => [each.id, each])),
    seatLocks: new Map(),
    zoneUnits: new Map(),
    sessionUnits: new Map(),
    ownLocks: new Map(),
    cartIds: new Map(),
    coolDowns: new Map(),
    seating: null,
    ...changes,
  };
}

/** The outcome of a claim, or why it was refused. */
export function decide(
  state: BatchState,
  items: LockItem[],
  { sessionKey = 'ana', mode = 'all' as Claim['mode'] } = {},
): ClaimOutcome | DomainError {
  try {
    const claim = { sessionKey, userId: null, items, mode, metadata: {} };
    return decideClaim(state, claim, randomUUID);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
/** The locks that a claim made. */
export const taken = (outcome: ClaimOutcome | DomainError) =>
  outcome instanceof DomainError ? [] : outcome.inserted;
