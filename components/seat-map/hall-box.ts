import type { Chart } from './chart';
import type { VenuePlan } from './plan';
import { boxOf } from './seat-grid';
import type { Box } from './viewport';

/** What of a hall can be looked at: all that is drawn, and every seat. */
export function hallBox(chart: Chart, { bounds }: VenuePlan): Box {
  if (chart.size === 0) return bounds;
  const seats = boxOf(chart.x, chart.y);
  return [
    Math.min(bounds[0], seats[0] - 1),
    Math.min(bounds[1], seats[1] - 1),
    Math.max(bounds[2], seats[2] + 1),
    Math.max(bounds[3], seats[3] + 1),
  ];
}
