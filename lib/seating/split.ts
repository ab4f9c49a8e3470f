import { needOf, type Piece, piecesOf } from './pieces';
import type { Quest } from './segments';
import { pieceCost, type Share, shareOut } from './share';
import { anyTogether } from './together';

const anchorsMax = 64;
const anchorsMin = 4;
/** Bounds the search: steps of comparing pieces and of sharing people out among them. */
const stepsMax = 400_000;

/**
 * Seats a group that finds no place side by side: in the fewest blocks, then with the fewest
 * people alone, then, around each of the pieces nearest to the target in turn, with no seat left
 * alone where possible, near each other and near the target. Null when there are too few seats.
 */
export function bestSplit(quest: Quest): number[] | null {
  const need = needOf(quest);
  if (!need) return null;
  // All that is free lies side by side: the rule gives way rather than break up the group.
  if (need.blocks === 0) return anyTogether(quest);
  const pieces = piecesOf(quest, need.lengthMin);
  const anchors = Math.floor(stepsMax / (pieces.length + 2 * quest.quantity ** 3));
  let best: Share | null = null;
  for (const anchor of pieces.slice(0, Math.min(Math.max(anchors, anchorsMin), anchorsMax))) {
    const share = shareOut(quest, anchor, nearby(quest, pieces, anchor, need.blocks), need.blocks);
    if (share && share.cost < (best?.cost ?? Infinity)) best = share;
  }
  // Where few segments are long enough, the nearest anchors may lack their partners.
  best ??= longestFirst(quest, pieces, need.blocks);
  const { order } = quest.index.hall.rows;
  return best.parts.flatMap(({ from, size }) => Array.from(order.subarray(from, from + size)));
}

function longestFirst(quest: Quest, pieces: readonly Piece[], blocks: number): Share {
  const [anchor, ...others] = [...pieces].sort((a, b) => b.length - a.length).slice(0, blocks);
  return shareOut(quest, anchor!, others, blocks)!;
}

/** Of the pieces of each kind as many as could be needed, the nearest to the anchor. */
function nearby(quest: Quest, pieces: readonly Piece[], anchor: Piece, blocks: number): Piece[] {
  const kinds = new Map<number, { piece: Piece; cost: number }[]>();
  for (const piece of pieces) {
    if (piece === anchor) continue;
    const kind = Math.min(piece.length, quest.quantity) * 9 + piece.before * 3 + piece.after;
    const nearest = kinds.get(kind) ?? [];
    if (nearest.length === 0) kinds.set(kind, nearest);
    const cost = pieceCost(quest, piece, anchor);
    if (nearest.length === blocks - 1 && nearest.at(-1)!.cost <= cost) continue;
    const at = nearest.findIndex((other) => other.cost > cost);
    nearest.splice(at < 0 ? nearest.length : at, 0, { piece, cost });
    if (nearest.length === blocks) nearest.pop();
  }
  return [...kinds.values()].flat().map(({ piece }) => piece);
}
