import type { AlertStanding } from '@/lib/alerts/schema';
import type { Reach } from './reach';

/** What can be done with a source: its locks released, a pause, or both. */
export type Deed = 'both' | 'coolOnly' | 'releaseOnly';

/**
 * What is left to do with a source, the thorough first: nothing is released where nothing is held,
 * and none is paused twice. @param standing null where it is not known: all may be so.
 */
export function possibleDeeds(
  reach: Pick<Reach, 'release' | 'cool'>,
  standing: Pick<AlertStanding, 'held' | 'pause'> | null,
): Deed[] {
  const release = reach.release && (standing === null || standing.held > 0);
  const cool = reach.cool && (standing === null || standing.pause === null);
  if (release && cool) return ['both', 'coolOnly', 'releaseOnly'];
  if (cool) return ['coolOnly'];
  return release ? ['releaseOnly'] : [];
}
