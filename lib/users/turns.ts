import { DomainError } from '@/lib/errors';

/** Work that takes its turn: so many at once, so many waiting, and nobody beyond. */
export class Turns {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnceMax: number,
    private readonly waitingMax: number,
  ) {}

  /** @throws DomainError `overloaded`, at once, when too many wait. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.atWork < this.atOnceMax) this.atWork += 1;
    else if (this.waiting.length < this.waitingMax)
      await new Promise<void>((turn) => this.waiting.push(turn));
    else throw new DomainError('overloaded');
    try {
      return await work();
    } finally {
      // Whoever is next keeps the place that is given up.
      const next = this.waiting.shift();
      if (next) next();
      else this.atWork -= 1;
    }
  }
}
