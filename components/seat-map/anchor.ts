import type { Size } from './viewport';

const plateWidthPx = 240;
const plateHeightPx = 178;
const edgePx = 8;

/**
 * Hangs an element on a point of the window: its ring about the point, its plate above, or below
 * where there is no room, never beyond the window's sides.
 * @param ringPx the ring's width, 0 for none
 */
export function anchorTo(
  element: HTMLElement,
  x: number,
  y: number,
  ringPx: number,
  size: Size,
): void {
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
