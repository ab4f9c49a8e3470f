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

/** In how many blocks a group must sit at least, and which segments may help with so few. */
export type Need = { blocks: number; lengthMin: number };

/**
 * The fewest blocks, two or more, that the free seats allow, with as few people alone as so many
 * blocks allow. `blocks` is 0 when one segment would have to hold them all, and null is returned
 * when there are fewer seats than people.
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
  if (blocks < 2 || blocks > quantity) return { blocks: 0, lengthMin: 0 };
  const aloneMin = Math.max(longest.filter((length) => length === 1).length, 2 * blocks - quantity);
  const rest = quantity - (sum - longest.at(-1)!);
  return { blocks, lengthMin: Math.max(rest, aloneMin > 0 ? 1 : 2) };
}

/** The segments of at least a length, in the order of the approach. */
export function piecesOf(quest: Quest, lengthMin: number): Piece[] {
  const { columns, rows } = quest.index.hall;
  const pieces: Piece[] = [];
  for (const stretch of quest.approach.stretches) {
    eachSegment(quest, stretch, (from, to, before, after) => {
      if (to - from < lengthMin) return;
      const [first, last] = [rows.order[from]!, rows.order[to - 1]!];
      const x = (columns.x[first]! + columns.x[last]!) / 2;
      const y = (columns.y[first]! + columns.y[last]!) / 2;
      pieces.push({ from, length: to - from, before, after, x, y });
    });
  }
  return pieces;
}
