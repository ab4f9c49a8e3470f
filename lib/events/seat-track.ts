/**
 * Guesses where the next seat is on one axis, so that only the error of the guess is sent: within a
 * row as far again as the last step went, at the beginning of a row likewise from the row before.
 */
export class SeatTrack {
  private start = 0;
  private startStep = 0;
  private firstStep = 0;
  private last = 0;
  private step = 0;
  private placeInRow = 0;

  /** @param newRow whether the seat is the first of its row */
  guess(newRow: boolean): number {
    if (newRow) {
      this.placeInRow = 0;
      return this.start + this.startStep;
    }
    return this.last + (this.placeInRow === 1 ? this.firstStep : this.step);
  }

  /** Where the seat that was guessed is. */
  learn(at: number): void {
    if (this.placeInRow === 0) {
      this.startStep = at - this.start;
      this.start = at;
    } else {
      this.step = at - this.last;
      if (this.placeInRow === 1) this.firstStep = this.step;
    }
    this.last = at;
    this.placeInRow += 1;
  }
}
