const fadeMs = 160;

/** An opacity on its way: 160 ms from one end to the other, at once under reduced motion. */
export class Fade {
  private target: number;
  private last = 0;

  constructor(
    private value: number,
    private readonly calm: () => boolean,
  ) {
    this.target = value;
  }

  get running(): boolean {
    return this.value !== this.target;
  }

  /** Sets out for an opacity. @returns whether that is a change */
  to(target: number): boolean {
    if (target === this.target) return false;
    this.target = target;
    this.last = performance.now();
    return true;
  }

  /** The opacity of this frame. */
  next(): number {
    const now = performance.now();
    const step = this.calm() ? 1 : (now - this.last) / fadeMs;
    this.last = now;
    const way = this.target - this.value;
    this.value = Math.abs(way) <= step ? this.target : this.value + Math.sign(way) * step;
    return this.value;
  }
}
