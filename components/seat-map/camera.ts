import {
  type Box,
  between,
  centreOn,
  clampView,
  fitView,
  type Size,
  type View,
  zoomAt,
} from './viewport';

const glideMs = 180;
const restMs = 120;
/** A throw loses this share of its speed each 100 ms. */
const friction = 0.45;
const flingFromPxPerMs = 0.15;
const flingRestPxPerMs = 0.02;

/** Told of each new view; `moving` is false for the last of a movement. */
export type ViewListener = (view: View, moving: boolean) => void;

/** Moves the view over the plan: at once, gliding, or thrown and slowing down. */
export class Camera {
  view: View = { scale: 1, x: 0, y: 0 };
  size: Size = { width: 0, height: 0 };
  /** What to open with; without it, the whole. */
  opening: View | null = null;
  private frame = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param box what can be looked at, in seat units
   * @param calm whether the reader asked for reduced motion
   */
  constructor(
    private readonly box: Box,
    private readonly calm: () => boolean,
    private readonly listener: ViewListener,
    /** Where to look instead of at nothing. */
    private readonly worthwhile: (view: View, size: Size) => View = (view) => view,
  ) {}

  get atFit(): boolean {
    return this.view.scale <= fitView(this.box, this.size).scale * 1.01;
  }

  /** The window got a new size: the whole stays the whole, else the middle stays the middle. */
  resize(size: Size): void {
    if (size.width === 0 || size.height === 0) return;
    const { view, size: former, atFit } = this;
    const middle = [
      (former.width / 2 - view.x) / view.scale,
      (former.height / 2 - view.y) / view.scale,
    ] as const;
    this.size = size;
    const kept = atFit ? null : centreOn(...middle, view.scale, size);
    const opening = this.opening && this.worthwhile(this.opening, size);
    this.show((former.width === 0 ? opening : kept) ?? fitView(this.box, size), false);
  }

  /** Shows a view at once, as a hand that is moving the plan asks for. */
  move(view: View): void {
    this.stop();
    this.show(view, true);
    this.settle();
  }

  panBy(dx: number, dy: number): void {
    this.move({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /** Zooms about a point of the window in CSS pixels, by default its middle. */
  zoomBy(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.move(zoomAt(this.view, factor, x, y));
  }

  /** Glides to a view; with reduced motion it is simply there. */
  glideTo(target: View): void {
    this.stop();
    const [from, to] = [this.view, clampView(target, this.box, this.size)];
    if (this.calm()) {
      this.show(to, false);
      return;
    }
    const start = performance.now();
    const step = (now: number) => {
      const part = Math.min(Math.max((now - start) / glideMs, 0), 1);
      this.show(between(from, to, 1 - (1 - part) ** 3), part < 1);
      this.frame = part < 1 ? requestAnimationFrame(step) : 0;
    };
    this.frame = requestAnimationFrame(step);
  }

  glideZoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    const target = clampView(zoomAt(this.view, factor, x, y), this.box, this.size);
    this.glideTo(this.worthwhile(target, this.size));
  }

  fit(): void {
    this.glideTo(fitView(this.box, this.size));
  }

  /** Lets go of the plan at a speed in pixels per millisecond. */
  fling(vx: number, vy: number): void {
    if (this.calm() || Math.hypot(vx, vy) < flingFromPxPerMs) return;
    this.stop();
    let last = performance.now();
    const step = (now: number) => {
      const elapsed = Math.min(Math.max(now - last, 0), 50);
      last = now;
      const keep = (1 - friction) ** (elapsed / 100);
      vx *= keep;
      vy *= keep;
      const moving = Math.hypot(vx, vy) > flingRestPxPerMs;
      this.show(
        { ...this.view, x: this.view.x + vx * elapsed, y: this.view.y + vy * elapsed },
        moving,
      );
      this.frame = moving ? requestAnimationFrame(step) : 0;
    };
    this.frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
    this.frame = 0;
  }

  private settle(): void {
    this.rest = setTimeout(() => this.show(this.view, false), restMs);
  }

  private show(view: View, moving: boolean): void {
    if (this.size.width === 0) return;
    this.view = clampView(view, this.box, this.size);
    this.listener(this.view, moving);
  }
}
