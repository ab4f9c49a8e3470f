import type { Camera } from './camera';
import type { Chart } from './chart';
import { type Direction, neighbour, rowEnd, sectionBeside } from './neighbours';
import type { PlanPoint, VenuePlan } from './plan';
import { polygonMiddle } from './plan';
import { type SeatStore, seatLook } from './seat-store';

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What a key means on the map. `edge`: there is no seat that way. */
export type KeyMeaning =
  | { kind: 'look'; seat: number }
  | { kind: 'edge' }
  | { kind: 'toggle' }
  | { kind: 'zoom'; by: (camera: Camera) => void }
  | { kind: 'leave' };

/** Reads a key pressed on the map while the buyer looks at a seat; null leaves it to the page. */
export function meaningOf(key: string, chart: Chart, seat: number): KeyMeaning | null {
  const direction = arrows[key];
  if (direction) {
    const next = neighbour(chart, seat, direction);
    return next < 0 ? { kind: 'edge' } : { kind: 'look', seat: next };
  }
  switch (key) {
    case 'Home':
      return { kind: 'look', seat: rowEnd(chart, seat, 'first') };
    case 'End':
      return { kind: 'look', seat: rowEnd(chart, seat, 'last') };
    case 'PageDown':
    case 'PageUp': {
      const next = sectionBeside(chart, seat, key === 'PageDown' ? 1 : -1);
      return next < 0 ? { kind: 'edge' } : { kind: 'look', seat: next };
    }
    case 'Enter':
    case ' ':
      return { kind: 'toggle' };
    case '+':
    case '=':
      return { kind: 'zoom', by: (camera) => camera.glideZoom(1.8) };
    case '-':
      return { kind: 'zoom', by: (camera) => camera.glideZoom(1 / 1.8) };
    case '0':
      return { kind: 'zoom', by: (camera) => camera.fit() };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return null;
  }
}

/** Where the keyboard begins: the free seat nearest to the stage, or any seat when none is free. */
export function firstSeat(chart: Chart, store: SeatStore, plan: VenuePlan): number {
  const [x, y] = stagePoint(plan);
  let best = -1;
  let bestCost = Infinity;
  for (const seat of chart.grid.seats) {
    const taken = store.lookAt(seat) === seatLook.free ? 0 : 1e6;
    const cost = taken + Math.hypot(chart.x[seat]! - x, chart.y[seat]! - y);
    if (cost < bestCost) {
      best = seat;
      bestCost = cost;
    }
  }
  return best;
}

function stagePoint(plan: VenuePlan): PlanPoint {
  for (const kind of ['stage', 'pitch'] as const) {
    const shape = plan.shapes.find((s) => s.kind === kind);
    if (shape && shape.kind !== 'label') return polygonMiddle(shape.points);
  }
  const [left, top, right] = plan.bounds;
  return [(left + right) / 2, top];
}
