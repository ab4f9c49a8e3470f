/** A point on the plan in seat units: one unit is the pitch between two neighbouring seats. */
export type PlanPoint = [number, number];

/** What is drawn around the seats, in the seats' own units. */
export type VenuePlan = {
  /** Bounds of everything drawn: [left, top, right, bottom]. */
  bounds: [number, number, number, number];
  shapes: PlanShape[];
  /** What is best seen from the best seats. Without it: the middle of the stage's near edge. */
  focus?: PlanPoint;
  /** Drawn one at a time, because they lie over each other; a zone names its own by index. */
  floors?: { es: string; en: string }[];
};

/** A shape without a floor is drawn on every one. */
export type PlanShape = { floor?: number } & (
  | {
      kind: 'stage' | 'pitch' | 'wall';
      points: PlanPoint[];
      label?: { es: string; en: string };
    }
  | { kind: 'label'; at: PlanPoint; text: string; zone?: string }
);

/** Whether a point lies inside a polygon (even-odd rule), which may be open or closed. */
export function insidePolygon(points: readonly PlanPoint[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i]!;
    const [xj, yj] = points[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** The centre of a polygon's area: where its name is written. */
export function polygonMiddle(points: readonly PlanPoint[]): PlanPoint {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i]!;
    const [xj, yj] = points[j]!;
    const cross = xj * yi - xi * yj;
    area += cross;
    x += (xi + xj) * cross;
    y += (yi + yj) * cross;
  }
  if (area !== 0) return [x / (3 * area), y / (3 * area)];
  const box = polygonBox(points);
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** Whether a line comes back to where it began. A wall may be an open line. */
export function isClosed(points: readonly PlanPoint[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** [left, top, right, bottom] around points. */
export function polygonBox(points: readonly PlanPoint[]): [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}
