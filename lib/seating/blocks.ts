import type { SeatRows } from './rows';

/** Where a group sits: `blocks` of neighbours, each in walking order, the largest first. */
export type Picked = { placement: 'together' | 'split'; blocks: number[][] };

export function picked(rows: SeatRows, seats: readonly number[]): Picked {
  const place = (seat: number) => rows.starts[rows.runOf[seat]!]! + rows.placeOf[seat]!;
  const blocks: number[][] = [];
  for (const seat of [...seats].sort((a, b) => place(a) - place(b))) {
    const last = blocks.at(-1)?.at(-1);
    const beside =
      last !== undefined &&
      rows.runOf[last] === rows.runOf[seat] &&
      rows.placeOf[last]! + 1 === rows.placeOf[seat];
    if (beside) blocks.at(-1)!.push(seat);
    else blocks.push([seat]);
  }
  blocks.sort((a, b) => b.length - a.length);
  return { placement: blocks.length === 1 ? 'together' : 'split', blocks };
}
