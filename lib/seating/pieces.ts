import { eachSegment, type Quest } from './segments';

/** A segment that may take a part of a group, and its middle on the plan. */
export type Piece = {
  from: number;
  length: number;
  before: number;
  after: number;
  x: number;
  y: number;
};

/** How many blocks a group needs at least, with how many people alone, in segments how long. */
export type Need = { blocks: number; alone: number; lengthMin: number };

/** Beyond so many, the nearest to the target are enough where they suffice. */
const piecesMax = 1500;

/**
 * The fewest blocks, two or more, that the free seats allow. `blocks` is 0 when there is but one
 * segment to hold them all; null is returned when there are fewer seats than people.
 */
export function needOf(quest: Quest): Need | null {
  const { quantity, approach } = quest;
  const lengths = new Int32Array(quantity + 1);
  let seats = 0;
  for (const stretch of approach.stretches) {
    eachSegment(quest, stretch, (from, to) => {
      lengths[Math.min(to - from, quantity)]! += 1;
      seats += to - from;
    });
  }
  if (seats < quantity) return null;
  const longest: number[] = [];
  let sum = 0;
  for (let length = quantity; length > 0; length -= 1) {
    for (let n = 0; n < lengths[length]! && (sum < quantity || longest.length < 2); n += 1) {
      longest.push(length);
      sum += length;
    }
  }
  const blocks = longest.length;
  if (blocks < 2 || blocks > quantity) return { blocks: 0, alone: 0, lengthMin: 0 };
  const singles = longest.filter((length) => length === 1).length;
  const alone = Math.max(singles, 2 * blocks - quantity);
  const rest = quantity - (sum - longest.at(-1)!);
  return { blocks, alone, lengthMin: Math.max(rest, alone > 0 ? 1 : 2) };
}

/** The segments that may help, the nearest first; the far ones only where they are needed. */
export function piecesOf(quest: Quest, need: Need): Piece[] {
  const { columns, rows } = quest.index.hall;
  const pieces: Piece[] = [];
  let enough = piecesMax;
  for (const stretch of quest.approach.stretches) {
    eachSegment(quest, stretch, (from, to, before, after) => {
      if (to - from < need.lengthMin) return;
      const [first, last] = [rows.order[from]!, rows.order[to - 1]!];
      const x = (columns.x[first]! + columns.x[last]!) / 2;
      const y = (columns.y[first]! + columns.y[last]!) / 2;
      pieces.push({ from, length: to - from, before, after, x, y });
    });
    if (pieces.length < enough) continue;
    if (suffices(pieces, need, quest.quantity)) break;
    enough *= 2;
  }
  return pieces;
}

function suffices(pieces: readonly Piece[], { blocks, alone }: Need, quantity: number): boolean {
  const longest = longestOf(pieces, blocks);
  const people = longest.reduce((sum, { length }) => sum + length, 0);
  return people >= quantity && longest.filter(({ length }) => length === 1).length <= alone;
}

/** The longest pieces, of equal ones the nearest to the target. */
export function longestOf(pieces: readonly Piece[], count: number): Piece[] {
  return [...pieces].sort((a, b) => b.length - a.length).slice(0, count);
}
