import type { Camera } from './camera';
import { wheelGestures } from './wheel';

export type Tap = { x: number; y: number; touch: boolean; repeated: boolean };
export type GestureTarget = {
  /** A click or a tap, at a point of the window in CSS pixels. */
  tap: (tap: Tap) => void;
  /** The mouse or pen is over a point, or gone. */
  hover: (point: { x: number; y: number } | null) => void;
};

type Pointer = { x: number; y: number };

const tapSlopPx = 8;
const repeatMs = 350;
const repeatPx = 28;
const speedMemoryMs = 90;

/**
 * Turns pointers and wheel into movements of the camera. One finger scrolls the page while the
 * whole hall is shown and moves the hall once it is enlarged; two fingers always belong to the map.
 * @returns the function that lets go of the element
 */
export function listenToGestures(
  element: HTMLElement,
  camera: Camera,
  target: GestureTarget,
): () => void {
  const pointers = new Map<number, Pointer>();
  const trail: { x: number; y: number; at: number }[] = [];
  let start: (Pointer & { moved: boolean }) | null = null;
  let lastTap: (Pointer & { at: number }) | null = null;

  const at = (event: PointerEvent): Pointer => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    camera.stop();
    const point = at(event);
    pointers.set(event.pointerId, point);
    trail.length = 0;
    start = pointers.size === 1 ? { ...point, moved: false } : null;
    if (event.pointerType !== 'mouse') target.hover(null);
    // Without it a button let go outside would never be known to be up.
    element.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent) => {
    const point = at(event);
    const former = pointers.get(event.pointerId);
    if (!former) {
      if (event.pointerType !== 'touch') target.hover(point);
      return;
    }
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
      pinch(camera, former, point, other);
    } else if (start) {
      if (!start.moved) {
        if (Math.hypot(point.x - start.x, point.y - start.y) < tapSlopPx) return;
        start.moved = true;
        target.hover(null);
      }
      camera.panBy(point.x - former.x, point.y - former.y);
      trail.push({ ...point, at: event.timeStamp });
    }
    pointers.set(event.pointerId, point);
  };

  const up = (event: PointerEvent) => {
    const point = pointers.get(event.pointerId);
    if (!point) return;
    pointers.delete(event.pointerId);
    if (start?.moved) {
      const speed = speedOf(trail, event.timeStamp);
      camera.fling(speed.x, speed.y);
    } else if (start) {
      const near = lastTap && Math.hypot(point.x - lastTap.x, point.y - lastTap.y) < repeatPx;
      const repeated = near === true && event.timeStamp - lastTap!.at < repeatMs;
      lastTap = repeated ? null : { ...point, at: event.timeStamp };
      target.tap({ ...point, touch: event.pointerType === 'touch', repeated });
    }
    goOn();
  };

  const cancel = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    goOn();
  };
  /** Of two fingers one was lifted: the other goes on moving the plan, and is no tap. */
  const goOn = () => {
    const [rest] = pointers.values();
    start = rest && pointers.size === 1 ? { ...rest, moved: true } : null;
    trail.length = 0;
  };
  const leave = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') target.hover(null);
  };
  // `touch-action` alone would let two fingers scroll the page up and down.
  const touch = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', cancel);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('touchstart', touch, { passive: false });
  element.addEventListener('touchmove', touch, { passive: false });
  const stopWheel = wheelGestures(element, camera);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', cancel);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('touchstart', touch);
    element.removeEventListener('touchmove', touch);
    stopWheel();
  };
}

/** Moves and zooms so that the plan keeps under both fingers. */
function pinch(camera: Camera, former: Pointer, point: Pointer, other: Pointer): void {
  const before = Math.hypot(former.x - other.x, former.y - other.y);
  const after = Math.hypot(point.x - other.x, point.y - other.y);
  const { view } = camera;
  const factor = before > 0 ? after / before : 1;
  const from = { x: (former.x + other.x) / 2, y: (former.y + other.y) / 2 };
  const to = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
  camera.move({
    scale: view.scale * factor,
    x: to.x - (from.x - view.x) * factor,
    y: to.y - (from.y - view.y) * factor,
  });
}

/** Pixels per millisecond over the last moments of a drag; none when the hand had stopped. */
function speedOf(trail: { x: number; y: number; at: number }[], now: number): Pointer {
  const recent = trail.filter(({ at }) => now - at < speedMemoryMs);
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last || last.at === first.at) return { x: 0, y: 0 };
  const elapsed = last.at - first.at;
  return { x: (last.x - first.x) / elapsed, y: (last.y - first.y) / elapsed };
}
