import { DomainError } from '@/lib/errors';
import { addressOf } from './client';
import { networkOf } from './network';
import { takeToken } from './rate-limit';

/** What one session may send at once and then a second; far above what a person can. */
const sessionRate = { capacity: 800, perSecond: 40 };
/** Of one address: a whole office or a mobile network may stand behind it. */
const addressRate = { capacity: 20_000, perSecond: 2_000 };

/**
 * Counts a request against its address, however many sessions it opens, and against its session.
 * @throws DomainError `rate_limited`.
 */
export function limitRequestRate(headers: Pick<Headers, 'get'>, sessionKey: string | null): void {
  const address = addressOf(headers);
  const asked = [takeToken('address', address ? networkOf(address) : 'unknown', addressRate)];
  if (sessionKey) asked.push(takeToken('session', sessionKey, sessionRate));
  const refused = asked.find((taken) => !taken.ok);
  if (refused) {
    throw new DomainError('rate_limited', { retryAfterSeconds: refused.retryAfterSeconds });
  }
}
