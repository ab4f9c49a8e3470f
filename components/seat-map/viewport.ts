/** How the plan lies on the screen: `screen = plan × scale + offset`, all in CSS pixels. */
export type View = { scale: number; x: number; y: number };
export type Size = { width: number; height: number };
/** [left, top, right, bottom] in seat units. */
export type Box = readonly [number, number, number, number];

/** CSS pixels between two seats when fully zoomed in: a finger's width. */
export const scaleMaxPx = 52;
const paddingPx = 16;
/** This much of the window an enlarged plan may be pulled inside: from under what lies over it. */
const slackPart = 0.4;

/** The view that shows the whole box, centred. */
export function fitView(box: Box, size: Size, padding = paddingPx): View {
  const width = Math.max(box[2] - box[0], 1);
  const height = Math.max(box[3] - box[1], 1);
  const scale = Math.max(
    Math.min((size.width - 2 * padding) / width, (size.height - 2 * padding) / height),
    0.05,
  );
  return centreOn((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, scale, size);
}

/** The view that has a point of the plan in the middle. */
export function centreOn(planX: number, planY: number, scale: number, size: Size): View {
  return { scale, x: size.width / 2 - planX * scale, y: size.height / 2 - planY * scale };
}

/** Zooms by a factor so that the point of the plan under `at` stays there. */
export function zoomAt(view: View, factor: number, atX: number, atY: number): View {
  return {
    scale: view.scale * factor,
    x: atX - (atX - view.x) * factor,
    y: atY - (atY - view.y) * factor,
  };
}

/** Keeps the scale between the whole and the largest, and the plan from leaving the window. */
export function clampView(view: View, box: Box, size: Size): View {
  const fit = fitView(box, size);
  const largest = Math.max(scaleMaxPx, fit.scale);
  if (view.scale <= fit.scale) return fit;
  const scale = Math.min(view.scale, largest);
  // A scale held back must not drag the plan along: the middle of the window stays where it is.
  const held =
    scale === view.scale ? view : zoomAt(view, scale / view.scale, size.width / 2, size.height / 2);
  return {
    scale,
    x: clampAxis(held.x, box[0] * scale, box[2] * scale, size.width),
    y: clampAxis(held.y, box[1] * scale, box[3] * scale, size.height),
  };
}

function clampAxis(offset: number, low: number, high: number, length: number): number {
  if (high - low + 2 * paddingPx <= length) return (length - low - high) / 2;
  const slack = length * slackPart;
  return Math.min(slack - low, Math.max(length - slack - high, offset));
}

/** The part of the plan that the window shows, grown by a margin in seat units. */
export function visibleBox(view: View, size: Size, margin = 0): Box {
  return [
    -view.x / view.scale - margin,
    -view.y / view.scale - margin,
    (size.width - view.x) / view.scale + margin,
    (size.height - view.y) / view.scale + margin,
  ];
}

/** Moves as little as needed for a point of the plan to lie `margin` pixels inside the window. */
export function reveal(view: View, planX: number, planY: number, size: Size, margin = 72): View {
  const sx = planX * view.scale + view.x;
  const sy = planY * view.scale + view.y;
  const mx = Math.min(margin, size.width / 3);
  const my = Math.min(margin, size.height / 3);
  const dx = Math.max(mx - sx, 0) + Math.min(size.width - mx - sx, 0);
  const dy = Math.max(my - sy, 0) + Math.min(size.height - my - sy, 0);
  return { scale: view.scale, x: view.x + dx, y: view.y + dy };
}

/** The view a part of the way between two; the scale moves evenly to the eye. */
export function between(from: View, to: View, part: number): View {
  if (part >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** part;
  // The offsets follow the scale, so that the fixed point of the zoom stays fixed on the way.
  const share =
    Math.abs(to.scale - from.scale) < 1e-6 ? part : (scale - from.scale) / (to.scale - from.scale);
  return { scale, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
