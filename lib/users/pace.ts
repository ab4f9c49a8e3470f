import { networkOf } from '@/lib/http/network';
import { takeToken } from '@/lib/http/rate-limit';
import type { Try } from './failures';

/** What one address, or one known browser, may ask of the database by trying. */
export const triesOfOne = { capacity: 30, perSecond: 0.5 };

/** What all known browsers of one network may: anybody can have many accounts, and their marks. */
export const triesOfKnown = { capacity: 60, perSecond: 5 };

/**
 * Takes a try's turn. A known browser has one of its own, which its neighbours cannot use up; its
 * network's is asked after that, so that one browser alone does not use it up either.
 * @returns 0, or the whole seconds to wait.
 */
export function paceTry({ address, browser }: Try): number {
  const own = browser ?? (address && networkOf(address));
  const taken = own ? takeToken('sign-in-from', own, triesOfOne) : null;
  if (taken && !taken.ok) return taken.retryAfterSeconds;
  if (!browser || !address) return 0;
  const shared = takeToken('known-from', networkOf(address), triesOfKnown);
  return shared.ok ? 0 : shared.retryAfterSeconds;
}
