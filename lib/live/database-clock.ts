/** The database's clock, as told by its last reading; the process's own clock only measures since. */
export class DatabaseClock {
  private offsetMs = 0;

  /** @param databaseMs what the database's clock says at this moment, in ms since 1970. */
  synchronize(databaseMs: number): void {
    this.offsetMs = databaseMs - (performance.timeOrigin + performance.now());
  }

  nowMs(): number {
    return performance.timeOrigin + performance.now() + this.offsetMs;
  }
}
