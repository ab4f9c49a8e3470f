import { log } from '@/lib/log';

/** Whether the readings of the live state reach the database; said when that changes, not each time. */
export class DatabaseReach {
  private lostAtMs: number | null = null;

  /** A reading failed. */
  lost(error: unknown): void {
    if (this.lostAtMs !== null) return;
    this.lostAtMs = performance.now();
    log.warn('the live state cannot be checked against the database', { error });
  }

  /** A reading succeeded. */
  there(): void {
    if (this.lostAtMs === null) return;
    const awayMs = Math.round(performance.now() - this.lostAtMs);
    this.lostAtMs = null;
    log.info('the live state is checked against the database again', { awayMs });
  }
}
