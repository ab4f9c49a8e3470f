import type { Stretch } from './hall-index';
import { fittingWindows } from './lonely';
import { eachSegment, type Quest } from './segments';

/** `left` and `right`: how many free seats remain beside the window. */
type Accepts = (stretch: Stretch, from: number, left: number, right: number) => boolean;

/**
 * The best seats side by side: those that leave no seat alone, else those that the rule permits.
 * Among equals the least cost counts, then the lowest seat. Null where there are none.
 */
export function bestTogether(quest: Quest): number[] | null {
  let fits = false;
  const best = cheapest(quest, (_, __, left, right) => {
    fits = true;
    return left !== 1 && right !== 1;
  });
  return best ?? (fits ? permitted(quest) : null);
}

/** The cheapest seats side by side, whatever they leave behind. */
export function anyTogether(quest: Quest): number[] | null {
  return cheapest(quest, () => true);
}

function permitted(quest: Quest): number[] | null {
  const { rule, quantity, index, isFree } = quest;
  if (rule === 'off') return anyTogether(quest);
  const givesWay = new Map<number, boolean>();
  return cheapest(quest, ({ from: first, to: end, row }, from, left, right) => {
    const atEnds = from - 1 === first || left !== 1;
    const noneWithin = atEnds && (from + quantity === end - 1 || right !== 1);
    if (rule === 'lenient' && noneWithin) return true;
    let way = givesWay.get(row);
    if (way === undefined) {
      way = fittingWindows(index.layout, rule, isFree, row, quantity).next().done === true;
      givesWay.set(row, way);
    }
    return way;
  });
}

function cheapest(quest: Quest, accepts: Accepts): number[] | null {
  const { approach, quantity, index, excluded } = quest;
  const { stretches, least, costOf } = approach;
  const { order } = index.hall.rows;
  let best: number[] | null = null;
  let bestCost = Infinity;
  for (let i = 0; i < stretches.length && least[i]! * quantity <= bestCost; i += 1) {
    const stretch = stretches[i]!;
    if (stretch.to - stretch.from < quantity) continue;
    eachSegment(quest, stretch, (from, to, before, after) => {
      for (let at = from; at + quantity <= to; at += 1) {
        const [left, right] = [before + at - from, after + to - at - quantity];
        if (!accepts(stretch, at, left, right)) continue;
        let cost = 0;
        for (let k = at; k < at + quantity; k += 1) cost += costOf(order[k]!);
        if (cost > bestCost) continue;
        const window = Array.from(order.subarray(at, at + quantity));
        if (cost === bestCost && !precedes(window, best!)) continue;
        if (excluded && window.every((seat) => excluded.has(seat))) continue;
        best = window;
        bestCost = cost;
      }
    });
  }
  return best;
}

/** Whether one set of seats comes before another: by its lowest seats. */
function precedes(some: readonly number[], others: readonly number[]): boolean {
  const [a, b] = [some, others].map((seats) => [...seats].sort((s, t) => s - t));
  const differs = a!.findIndex((seat, i) => seat !== b![i]);
  return differs >= 0 && a![differs]! < b![differs]!;
}
