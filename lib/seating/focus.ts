import type { VenuePlan } from '@/db/schema/venues';

/**
 * What the best seats see best: the point that the plan names, else the middle of the stage's edge
 * towards the house, else the middle of the pitch, else of the plan's upper edge.
 * @returns a point of the plan, in seat units; y grows away from the stage.
 */
export function focusOf(plan: VenuePlan): [number, number] {
  if (plan.focus) return plan.focus;
  const stage = boxOf(plan, 'stage');
  if (stage) return [(stage[0] + stage[2]) / 2, stage[3]];
  const pitch = boxOf(plan, 'pitch');
  if (pitch) return [(pitch[0] + pitch[2]) / 2, (pitch[1] + pitch[3]) / 2];
  const [left, top, right] = plan.bounds;
  return [(left + right) / 2, top];
}

/** [left, top, right, bottom] of the first shape of a kind. */
function boxOf(plan: VenuePlan, kind: 'stage' | 'pitch'): [number, number, number, number] | null {
  for (const shape of plan.shapes) {
    if (shape.kind !== kind) continue;
    const x = shape.points.map((point) => point[0]);
    const y = shape.points.map((point) => point[1]);
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  }
  return null;
}
