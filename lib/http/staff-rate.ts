import type { StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { type Rate, takeToken } from './rate-limit';

/**
 * What one account may ask of the dear questions. A file of rows is read for seconds; figures are a
 * page's worth each, and one person with several windows open is far below.
 */
const rates = {
  rows: { capacity: 10, perSecond: 0.2 },
  tables: { capacity: 40, perSecond: 1 },
  heat: { capacity: 30, perSecond: 0.5 },
  replay: { capacity: 30, perSecond: 0.5 },
} as const satisfies Record<string, Rate>;

/**
 * Counts a dear question against the account that asks it, whichever house it is about.
 * @throws DomainError `rate_limited`.
 */
export function limitStaffRate({ actor }: StaffContext, question: keyof typeof rates): void {
  const taken = takeToken('staff', `${question} ${actor.userId}`, rates[question]);
  if (!taken.ok) {
    throw new DomainError('rate_limited', { retryAfterSeconds: taken.retryAfterSeconds });
  }
}
