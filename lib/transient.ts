import { DomainError } from '@/lib/errors';

type DriverError = Error & { code: string; constraint_name?: string };

/** Drizzle keeps the driver's error as its cause. */
function driverError(error: unknown): DriverError | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { code } = e as Error & { code?: unknown };
    if (typeof code === 'string' && !(e instanceof DomainError)) return e as DriverError;
  }
  return null;
}

/** The SQLSTATE or driver code of an error, however wrapped. */
export function databaseErrorCode(error: unknown): string | null {
  return driverError(error)?.code ?? null;
}

/** serialization_failure, deadlock_detected, lock_not_available: nothing was written, try again. */
const retryable = new Set(['40001', '40P01', '55P03']);

/**
 * The server is away, starting, stopping, full or out of time. 57014 is our own statement timeout;
 * 25P03 an idle transaction's; 53xxx what the server lacks; 3D000 and 28xxx, it does not let us in.
 */
const away = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '57014',
  '25P03',
  '53000',
  '53100',
  '53200',
  '53300',
  '53400',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '3D000',
  '28000',
  '28P01',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
]);

export function isRetryable(error: unknown): boolean {
  const failed = driverError(error);
  // The database refused a seat's second claim, as it must if the code ever lets one through: who
  // tries again reads the first one, and is told that the seat is taken.
  if (failed?.code === '23505') return failed.constraint_name === 'one_claim_per_seat';
  return retryable.has(failed?.code ?? '');
}

/** Whether the database could not be reached or could not serve: a 503, not a defect of ours. */
export function isAway(error: unknown): boolean {
  return away.has(databaseErrorCode(error) ?? '') || isRetryable(error);
}

/**
 * Runs a whole transaction again, three times at most, when it failed in a way that leaves nothing
 * written and may pass. The wait has jitter, so that rivals do not meet again.
 * @throws DomainError `unavailable` when it still fails so, or the database is away.
 */
export async function withRetry<T>(
  transaction: () => Promise<T>,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (!isRetryable(error) || attempt > 3) {
        throw isAway(error) ? new DomainError('unavailable', {}, { cause: error }) : error;
      }
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + random())));
    }
  }
}
