import { longestOf, needOf, type Piece, piecesOf } from './pieces';
import type { Quest } from './segments';
import { pieceCost, type Share, shareOut } from './share';
import { anyTogether } from './together';

const anchorsMax = 64;
const anchorsMin = 4;
/** Bounds the search: steps of comparing pieces and of sharing people out among them. */
const stepsMax = 100_000;

/**
 * Seats a group that finds no place side by side: in the fewest blocks, then with the fewest
 * people alone, then, around each of the pieces nearest to the target in turn, with no seat left
 * alone where possible, near each other and near the target. Null when there are too few seats.
 */
export function bestSplit(quest: Quest): number[] | null {
  const need = needOf(quest);
  if (!need) return null;
  const { blocks } = need;
  // All that is free lies side by side: the rule gives way rather than break up the group.
  if (blocks === 0) return anyTogether(quest);
  const pieces = piecesOf(quest, need);
  const [longest, ...others] = longestOf(pieces, blocks);
  // Where few segments are long enough, the nearest anchors may lack their partners.
  let best: Share | null = shareOut(quest, longest!, others, blocks);
  const anchors = Math.floor(stepsMax / (pieces.length + 2 * quest.quantity ** 3));
  for (const anchor of pieces.slice(0, Math.min(Math.max(anchors, anchorsMin), anchorsMax))) {
    const share = shareOut(quest, anchor, nearby(quest, pieces, anchor, blocks), blocks);
    if (share && share.cost < (best?.cost ?? Infinity)) best = share;
  }
  const { order } = quest.index.hall.rows;
  const seats = best?.parts.map(({ from, size }) => Array.from(order.subarray(from, from + size)));
  return seats?.flat() ?? null;
}

type Near = { piece: Piece; cost: number };

/** Of the pieces of each kind as many as could be needed, the nearest to the anchor. */
function nearby(quest: Quest, pieces: readonly Piece[], anchor: Piece, blocks: number): Piece[] {
  const kinds: Near[][] = [];
  for (const piece of pieces) {
    if (piece === anchor) continue;
    const kind = Math.min(piece.length, quest.quantity) * 9 + piece.before * 3 + piece.after;
    kinds[kind] ??= [];
    const nearest = kinds[kind];
    const cost = pieceCost(quest, piece, anchor);
    if (nearest.length === blocks - 1 && nearest.at(-1)!.cost <= cost) continue;
    let at = nearest.length;
    while (at > 0 && nearest[at - 1]!.cost > cost) at -= 1;
    nearest.splice(at, 0, { piece, cost });
    if (nearest.length === blocks) nearest.pop();
  }
  return kinds.flat().map(({ piece }) => piece);
}
