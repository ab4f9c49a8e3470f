/** The database's clock, as told by its last reading; the process's own clock only measures since. */
export class DatabaseClock {
  private offsetMs = 0;

  /**
   * @param databaseMs what the database's clock said, in ms since 1970.
   * @param toldAtMs when it was told, by `performance.now()`.
   */
  synchronize(databaseMs: number, toldAtMs: number): void {
    this.offsetMs = databaseMs - (performance.timeOrigin + toldAtMs);
  }

  nowMs(): number {
    return performance.timeOrigin + performance.now() + this.offsetMs;
  }
}
