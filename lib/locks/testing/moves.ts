import fc from 'fast-check';
import type { LockItem, ReleaseInput } from '../schema';
import type { Terms } from './model';

/** What one of the sessions, the sweep or the clock does next. */
export type Move =
  | { kind: 'lock'; session: number; items: LockItem[]; mode: 'all' | 'any' }
  | { kind: 'swap'; session: number; count: number; seatIds: number[] }
  | { kind: 'extend'; session: number; minutes: number | undefined }
  | { kind: 'release'; session: number; input: ReleaseInput }
  | { kind: 'abandon' | 'resume'; session: number }
  | { kind: 'buy'; session: number; pauseMs: number }
  | { kind: 'cleanup' }
  | { kind: 'jump'; ms: number };

/** All times are whole multiples of this, so that the milliseconds a test takes decide nothing. */
const stepMs = 5_000;
export const sessions = [0, 1, 2];

export function movesArbitrary(terms: Terms): fc.Arbitrary<Move[]> {
  const session = fc.constantFrom(...sessions);
  const seat = fc
    .constantFrom(...terms.seatIds)
    .map((seatId) => ({ zoneId: terms.numbered, seatId }));
  const places = fc
    .integer({ min: 1, max: 3 })
    .map((quantity) => ({ zoneId: terms.general, quantity }));
  const items = fc.array(
    fc.oneof({ weight: 3, arbitrary: seat }, { weight: 2, arbitrary: places }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  const given = fc.array(
    fc.oneof(
      fc.constantFrom(...terms.seatIds).map((seatId) => ({ seatId })),
      { weight: 3, arbitrary: places.map((item) => ({ ...item, quantity: 1 })) },
      places,
    ),
    { minLength: 1, maxLength: 2 },
  );
  const whichToRelease: fc.Arbitrary<ReleaseInput> = fc.oneof(fc.constant({}), {
    weight: 3,
    arbitrary: given.map((released) => ({ items: released })),
  });
  const ms = fc.constantFrom(1, 2, 3, 5, 12, 60, 168, 181).map((steps) => steps * stepMs);
  const move: fc.Arbitrary<Move> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('lock' as const),
        session,
        items,
        mode: fc.constantFrom('all' as const, 'any' as const),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({
          session,
          seatIds: fc.uniqueArray(fc.constantFrom(...terms.seatIds), {
            minLength: 1,
            maxLength: 3,
          }),
        })
        .map((swap) => ({ kind: 'swap' as const, count: swap.seatIds.length, ...swap })),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('extend' as const),
        session,
        minutes: fc.constantFrom(undefined, 5, 15),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('release' as const),
        session,
        input: whichToRelease,
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('abandon' as const), session }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('resume' as const), session }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('buy' as const),
        session,
        pauseMs: fc.constantFrom(0, 60_000, 1_200_000),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ kind: 'cleanup' as const }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms }) },
  );
  return fc.array(move, { minLength: 5, maxLength: 30 });
}
