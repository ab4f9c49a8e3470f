import type { PlanPoint } from './plan';

/** Leaves out points that lie within a tolerance of the line without them (Ramer–Douglas–Peucker). */
export function simplified(points: readonly PlanPoint[], tolerance: number): PlanPoint[] {
  if (points.length < 4) return [...points];
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let furthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const off = fromSegment(points[i]!, points[from]!, points[to]!);
      if (off > most) [furthest, most] = [i, off];
    }
    if (furthest < 0) continue;
    kept[furthest] = 1;
    open.push([from, furthest], [furthest, to]);
  }
  return points.filter((_, i) => kept[i] === 1);
}

/** A polygon grown by a margin on all sides. One point becomes a square, a line a band. */
export function outset(polygon: readonly PlanPoint[], margin: number): PlanPoint[] {
  const points = polygon.filter((point, i) => {
    const former = polygon[(i || polygon.length) - 1]!;
    return polygon.length === 1 || point[0] !== former[0] || point[1] !== former[1];
  });
  if (points.length < 2) return square(polygon[0]!, margin);
  const side = doubleArea(points) < 0 ? -1 : 1;
  return points.flatMap((point, i) => {
    const before = direction(points.at(i - 1)!, point);
    const behind = direction(point, points[(i + 1) % points.length]!);
    return corner(point, before, behind, margin, side);
  });
}

/** Both edges moved outward meet here; where the line turns back, its end is squared off. */
function corner(
  [x, y]: PlanPoint,
  before: PlanPoint,
  behind: PlanPoint,
  margin: number,
  side: number,
): PlanPoint[] {
  const [n1, n2] = [before, behind].map(([dx, dy]): PlanPoint => [dy * side, -dx * side]) as [
    PlanPoint,
    PlanPoint,
  ];
  const cosine = n1[0] * n2[0] + n1[1] * n2[1];
  if (cosine < -0.5) {
    return [
      [x + (n1[0] + before[0]) * margin, y + (n1[1] + before[1]) * margin],
      [x + (n2[0] - behind[0]) * margin, y + (n2[1] - behind[1]) * margin],
    ];
  }
  const reach = margin / (1 + cosine);
  return [[x + (n1[0] + n2[0]) * reach, y + (n1[1] + n2[1]) * reach]];
}

function square([x, y]: PlanPoint, margin: number): PlanPoint[] {
  return [
    [x - margin, y - margin],
    [x + margin, y - margin],
    [x + margin, y + margin],
    [x - margin, y + margin],
  ];
}

function doubleArea(points: readonly PlanPoint[]): number {
  let sum = 0;
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    sum += x * nextY - nextX * y;
  });
  return sum;
}

function direction(from: PlanPoint, to: PlanPoint): PlanPoint {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

function fromSegment([x, y]: PlanPoint, [x1, y1]: PlanPoint, [x2, y2]: PlanPoint): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const t = square > 0 ? Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / square, 0), 1) : 0;
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
