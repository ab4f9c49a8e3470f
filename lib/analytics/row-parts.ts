import type { Context } from '@/lib/context';
import { readCartDays } from './cart-days';
import { asksCarts } from './cart-rows';
import { readMark } from './mark';
import { isBorder, type Micros, type Part } from './moments';
import { readRowDays, spansOf } from './row-days';
import { type Asked, momentAfter } from './row-query';
import type { RowsFilter } from './schema';

/** Of a search in one go, where the rarest condition is not rare. */
export const spanLocksMax = 50_000;
const dayMicros = 86_400_000_000;
const microsOf = (at: string) => Date.parse(at) * 1_000;

/** The parts in the order in which they are to be searched, none of them empty. */
export async function partsOf(
  ctx: Context,
  { filter, cursor, back }: Asked,
  most: number,
): Promise<Part[]> {
  // Few rows, by an index of their own.
  if (filter.seatId !== undefined) return [{ live: false }];
  const toward = back ? 'newer' : 'older';
  const asked = { ...filter, cursor, toward } as const;
  // Always a full hour.
  const mark = microsOf(await readMark(ctx)) || Number.NEGATIVE_INFINITY;
  const days = await (asksCarts(filter) ? readCartDays(ctx, asked) : readRowDays(ctx, asked));
  const recent = { from: mark, to: Number.POSITIVE_INFINITY, live: true };
  const counted = spansOf(days, most, spanLocksMax).map(({ from, to }) => ({
    from: microsOf(from),
    to: Math.min(microsOf(to) + dayMicros, mark),
    live: false,
  }));
  const bounds = boundsOf(filter, cursor, back);
  return (back ? [...counted.reverse(), recent] : [recent, ...counted]).flatMap((part) => {
    const from = Math.max(part.from, bounds.from);
    const to = Math.min(part.to, bounds.to);
    return from < to ? [{ stretch: { from, to }, live: part.live }] : [];
  });
}

/** The period by whichever clock, as far as its carts reach, and what is beyond the cursor. */
function boundsOf(filter: RowsFilter, cursor: string | undefined, back: boolean): Micros {
  const from = microsOf(filter.from) - dayMicros;
  const to = microsOf(filter.to) + 3 * dayMicros;
  if (!cursor) return { from, to };
  const at = Number.parseInt(cursor, 10);
  if (back) return { from: Math.max(from, at), to };
  return { from, to: Math.min(to, at + (isBorder(cursor) ? 0 : 1)) };
}

/** The parts again, in pieces of `locksMax` locks at most: a day of a great sale has more. */
export async function* piecesOf(
  ctx: Context,
  asked: Asked,
  parts: Part[],
  locksMax: number,
): AsyncGenerator<Part> {
  for (const { stretch, live } of parts) {
    if (!stretch) yield { live };
    let rest = stretch;
    while (rest) {
      const { from, to }: Micros = rest;
      const border = await momentAfter(ctx, asked, { stretch: rest, live }, locksMax);
      // What was made in one instant cannot be parted.
      const whole = border === null || border <= from;
      const piece = whole ? rest : asked.back ? { from, to: border } : { from: border, to };
      yield { stretch: piece, live };
      if (whole) break;
      rest = asked.back ? { from: border, to } : { from, to: border };
    }
  }
}
