import type postgres from 'postgres';
import type { Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import type { LockEngine } from '../engine';
import { claimOf, newSession, outcomeOf } from './buyers';

/** What came of many claims at once, over several engines as over several processes. */
export type Race = { locked: number; refused: Map<string, number>; refusals: DomainError[] };

async function race(
  engines: LockEngine[],
  hall: Hall,
  claims: ReturnType<typeof claimOf>[],
): Promise<Race> {
  const outcomes = await Promise.all(
    claims.map((claim, i) => outcomeOf(engines[i % engines.length] as LockEngine, hall, claim)),
  );
  const refusals = outcomes.filter((outcome) => outcome instanceof DomainError);
  const refused = new Map<string, number>();
  for (const { code } of refusals) refused.set(code, (refused.get(code) ?? 0) + 1);
  return { locked: outcomes.length - refusals.length, refused, refusals };
}

/** 1,000 sessions click the same seat at once. */
export function sameSeat(engines: LockEngine[], hall: Hall): Promise<Race> {
  const seat = { zoneId: hall.numbered, seatId: hall.seatIds[0] as number };
  return race(
    engines,
    hall,
    Array.from({ length: 1_000 }, () => claimOf([seat])),
  );
}

/** 500 requests of one session at once, for a place each. */
export function oneSession(engines: LockEngine[], hall: Hall): Promise<Race> {
  const session = newSession();
  const place = { zoneId: hall.general, quantity: 1 };
  const seats = hall.seatIds.map((seatId) => ({ zoneId: hall.numbered, seatId }));
  return race(
    engines,
    hall,
    Array.from({ length: 500 }, (_, i) => claimOf([seats[i] ?? place], session)),
  );
}

/** 2,000 buyers want a place each in a zone of fewer. */
export function oneZone(engines: LockEngine[], hall: Hall): Promise<Race> {
  const place = { zoneId: hall.general, quantity: 1 };
  return race(
    engines,
    hall,
    Array.from({ length: 2_000 }, () => claimOf([place])),
  );
}

/** Live units of the hall by what holds them, as the owner sees the rows. */
export async function liveUnits(admin: postgres.Sql, hall: Hall) {
  const [row] = await admin<
    { seats: number; places: number; mostOfASeat: number; mostOfASession: number }[]
  >`
    WITH live AS (
      SELECT * FROM cart_item_locks
      WHERE tenant_id = ${hall.tenantId} AND status = 'active' AND expires_at > clock_timestamp())
    SELECT
      (SELECT count(*) FROM live WHERE seat_id IS NOT NULL)::int AS seats,
      (SELECT coalesce(sum(quantity), 0) FROM live WHERE seat_id IS NULL)::int AS places,
      (SELECT coalesce(max(n), 0) FROM (SELECT count(*) n FROM live WHERE seat_id IS NOT NULL
        GROUP BY seat_id) s)::int AS "mostOfASeat",
      (SELECT coalesce(max(n), 0) FROM (SELECT sum(quantity) n FROM live
        GROUP BY session_key) s)::int AS "mostOfASession"`;
  return row as NonNullable<typeof row>;
}
