import type { Camera } from './camera';

const sameSwipeMs = 250;
const zoomPerPx = 0.0022;
/** A notch of a mouse wheel is reported as up to 120 px; more in one event is an outlier. */
const stepMaxPx = 160;
const linePx = 16;

/**
 * The wheel zooms about the pointer, sideways it pans. A swipe that began as a scroll of the page
 * stays one when the map comes under the pointer, and zooming out beyond the whole scrolls on.
 * @returns the function that lets go of the element
 */
export function wheelGestures(element: HTMLElement, camera: Camera): () => void {
  let pageScrolledAt = -Infinity;

  const anywhere = (event: WheelEvent) => {
    if (!element.contains(event.target as Node)) pageScrolledAt = event.timeStamp;
  };

  const onMap = (event: WheelEvent) => {
    const pinching = event.ctrlKey;
    const scrolling = event.timeStamp - pageScrolledAt < sameSwipeMs;
    const nothingToDo = camera.atFit && event.deltaY >= 0;
    if (!pinching && (scrolling || nothingToDo)) {
      pageScrolledAt = event.timeStamp;
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : linePx;
    const dx = event.deltaX * unit;
    const dy = Math.max(-stepMaxPx, Math.min(stepMaxPx, event.deltaY * unit));
    if (!pinching && Math.abs(dx) > Math.abs(dy)) {
      camera.panBy(-dx, -dy);
      return;
    }
    const box = element.getBoundingClientRect();
    const factor = Math.exp(-dy * zoomPerPx * (pinching ? 5 : 1));
    camera.zoomBy(factor, event.clientX - box.left, event.clientY - box.top);
  };

  window.addEventListener('wheel', anywhere, { passive: true, capture: true });
  element.addEventListener('wheel', onMap, { passive: false });
  return () => {
    window.removeEventListener('wheel', anywhere, { capture: true });
    element.removeEventListener('wheel', onMap);
  };
}
