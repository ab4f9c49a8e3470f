import type { Camera } from './camera';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import { type Box, centreOn, visibleBox } from './viewport';

/** The whole hall in small, with a frame about what the window shows. */
export class MiniMap {
  private readonly ctx: CanvasRenderingContext2D;
  private painting = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly frame: HTMLElement,
    private readonly box: Box,
    private readonly camera: Camera,
    private readonly paintHall: (ctx: Context2D, placing: Placing) => void,
  ) {
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('This browser gave no 2D context');
    this.ctx = ctx;
    canvas.addEventListener('pointerdown', this.down);
    canvas.addEventListener('pointermove', this.go);
    this.invalidate();
    this.follow();
  }

  /** The hall's figures or colours changed. */
  invalidate(): void {
    this.painting ||= requestAnimationFrame(() => {
      this.painting = 0;
      this.paint();
    });
  }

  /** The window shows another part of the hall. */
  follow(): void {
    const { box, camera, frame } = this;
    const [left, top, right, bottom] = visibleBox(camera.view, camera.size);
    const part = (value: number, low: number, high: number) =>
      Math.min(Math.max((value - low) / (high - low), 0), 1) * 100;
    const [x, y] = [part(left, box[0], box[2]), part(top, box[1], box[3])];
    frame.style.left = `${x}%`;
    frame.style.top = `${y}%`;
    frame.style.width = `${part(right, box[0], box[2]) - x}%`;
    frame.style.height = `${part(bottom, box[1], box[3]) - y}%`;
  }

  stop(): void {
    cancelAnimationFrame(this.painting);
    this.canvas.removeEventListener('pointerdown', this.down);
    this.canvas.removeEventListener('pointermove', this.go);
  }

  private readonly down = (event: PointerEvent) => {
    this.canvas.setPointerCapture(event.pointerId);
    this.go(event);
  };

  /** Brings what lies under a pressed pointer to the middle of the window. */
  private readonly go = ({ buttons, clientX, clientY }: PointerEvent) => {
    if (buttons !== 1) return;
    const { box, camera, canvas } = this;
    const seen = canvas.getBoundingClientRect();
    const x = box[0] + ((clientX - seen.left) / seen.width) * (box[2] - box[0]);
    const y = box[1] + ((clientY - seen.top) / seen.height) * (box[3] - box[1]);
    camera.move(centreOn(x, y, camera.view.scale, camera.size));
  };

  private paint(): void {
    const { box, canvas, ctx } = this;
    const dpr = devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * dpr);
    canvas.height = Math.round(canvas.clientHeight * dpr);
    const scale = canvas.width / (box[2] - box[0]);
    this.paintHall(ctx, { scale, x: -box[0] * scale, y: -box[1] * scale });
  }
}
