import type { PlanPoint } from './plan';
import type { Size, View } from './viewport';

const plateWidthPx = 240;
const plateHeightPx = 178;
const edgePx = 8;

/**
 * Hangs an element on a point of the window: its ring about the point, its plate above, or below
 * where there is no room, never beyond the window's sides.
 * @param ringed whether there is a ring, as about a seat
 */
export function anchorTo(
  element: HTMLElement,
  [planX, planY]: PlanPoint,
  ringed: boolean,
  view: View,
  size: Size,
): void {
  const [x, y] = [planX * view.scale + view.x, planY * view.scale + view.y];
  const ringPx = ringed ? Math.max(view.scale * 1.12, 14) : 0;
  const half = plateWidthPx / 2;
  const middle = Math.max(half + edgePx, Math.min(size.width - half - edgePx, x));
  const { style } = element;
  style.transform = `translate(${x}px, ${y}px)`;
  style.visibility = x < 0 || y < 0 || x > size.width || y > size.height ? 'hidden' : '';
  style.setProperty('--ring', `${ringPx}px`);
  style.setProperty('--gap', `${ringPx / 2 + 10}px`);
  style.setProperty('--shift', `${middle - half - x}px`);
  element.toggleAttribute('data-below', y - ringPx / 2 < plateHeightPx);
}
