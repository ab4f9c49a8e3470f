import { DomainError } from '@/lib/errors';

/** How long what the database said of a reader holds: as long as for who watches the live locks. */
const holdsMs = 20_000;

/**
 * For an answer that is written at its reader's pace: what to call before each further part of it.
 * That asks again, once the last answer is old. No answer is no leave: its failure is thrown.
 * @param nowMs a clock that is even, whatever the one on the wall does
 * @throws DomainError `forbidden`
 */
export function stillAllowed(
  stillMay: () => Promise<boolean>,
  nowMs: () => number = () => performance.now(),
): () => Promise<void> {
  let saidMs = nowMs();
  return async () => {
    if (nowMs() - saidMs < holdsMs) return;
    if (!(await stillMay())) throw new DomainError('forbidden');
    saidMs = nowMs();
  };
}
