import { unitsSquared } from './approach';
import type { Piece } from './pieces';
import type { Quest } from './segments';

/** Being near each other weighs this much more than being near the focus. */
const togetherWeight = 10;
/** Each counts more than all that follows: people alone, seats left alone, then the seats' own cost. */
const aloneCost = 1e18;
const lonelyCost = 1e16;

/** Seats of one piece for a part of the group, by position in `rows.order`. */
export type Part = { from: number; size: number; cost: number };
export type Share = { parts: Part[]; cost: number };

type Node = { part: Part; prev: Node | null; cost: number };

/** What a piece costs at a distance from the anchor, told by its middle. */
export function pieceCost({ index, approach }: Quest, piece: Piece, anchor: Piece): number {
  const middle = index.hall.rows.order[piece.from + (piece.length >> 1)]!;
  return approach.costOf(middle) + nearness(piece.x - anchor.x, piece.y - anchor.y);
}

function nearness(dx: number, dy: number): number {
  return togetherWeight * unitsSquared * (dx * dx + dy * dy);
}

/**
 * The cheapest way to share a group between the anchor and `blocks - 1` of the others, exactly
 * (a knapsack by number of blocks and of people). Null where they are too small.
 */
export function shareOut(
  quest: Quest,
  anchor: Piece,
  others: readonly Piece[],
  blocks: number,
): Share | null {
  const { quantity } = quest;
  const sizeMax = quantity - blocks + 1;
  const width = quantity + 1;
  const best: (Node | null)[] = new Array((blocks + 1) * width).fill(null);
  for (const part of partsOf(quest, anchor, anchor, sizeMax)) {
    best[width + part.size] = { part, prev: null, cost: part.cost };
  }
  for (const piece of others) {
    const parts = partsOf(quest, piece, anchor, sizeMax);
    for (let count = blocks - 1; count > 0; count -= 1) {
      for (let people = quantity - 1; people > 0; people -= 1) {
        const prev = best[count * width + people];
        if (!prev) continue;
        for (const part of parts) {
          if (people + part.size > quantity) break;
          const at = (count + 1) * width + people + part.size;
          const cost = prev.cost + part.cost;
          if (cost < (best[at]?.cost ?? Infinity)) best[at] = { part, prev, cost };
        }
      }
    }
  }
  const found = best[blocks * width + quantity];
  if (!found) return null;
  const parts: Part[] = [];
  for (let node: Node | null = found; node; node = node.prev) parts.unshift(node.part);
  return { parts, cost: found.cost };
}

/** The best place within a piece for each size, smallest size first. */
function partsOf(quest: Quest, piece: Piece, anchor: Piece, sizeMax: number): Part[] {
  const { index, approach } = quest;
  const { columns, rows } = index.hall;
  const sums = [0];
  for (let i = 0; i < piece.length; i += 1) {
    const seat = rows.order[piece.from + i]!;
    const near = nearness(columns.x[seat]! - anchor.x, columns.y[seat]! - anchor.y);
    sums.push(sums[i]! + approach.costOf(seat) + near);
  }
  const parts: Part[] = [];
  for (let size = 1; size <= Math.min(piece.length, sizeMax); size += 1) {
    const best: Part = { from: piece.from, size, cost: Infinity };
    for (let at = 0; at + size <= piece.length; at += 1) {
      let cost = sums[at + size]! - sums[at]! + (size === 1 ? aloneCost : 0);
      if (piece.before + at === 1) cost += lonelyCost;
      if (piece.after + piece.length - at - size === 1) cost += lonelyCost;
      if (cost < best.cost) Object.assign(best, { from: piece.from + at, cost });
    }
    parts.push(best);
  }
  return parts;
}
