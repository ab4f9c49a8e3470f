import type { PlanPoint } from './plan';
import { centreOn, reveal, type Size, type View } from './viewport';

const keyboardFromPx = 22;
const marginPx = 96;

/** How much of the map's top lies under what is told over the hall, in CSS pixels. */
export function coveredTop(canvas: HTMLElement): number {
  const cards = document.querySelector('[data-slot=hall-notices]');
  if (!cards) return 0;
  const map = canvas.getBoundingClientRect();
  const reach = cards.getBoundingClientRect().bottom - map.top;
  return Math.max(0, Math.min(reach, map.height / 2));
}

/**
 * The view that shows a point large enough to be seen, in the part of the window that nothing lies
 * over (WCAG 2.4.11).
 */
export function inSight(view: View, [x, y]: PlanPoint, size: Size, coveredPx: number): View {
  const open = { width: size.width, height: size.height - coveredPx };
  const under = { ...view, y: view.y - coveredPx };
  const shown =
    view.scale < keyboardFromPx
      ? centreOn(x, y, keyboardFromPx + 6, open)
      : reveal(under, x, y, open, marginPx);
  return { ...shown, y: shown.y + coveredPx };
}
