import type { ActionResult, Problem } from '@/lib/http/problem';
import { releaseLocksAction } from '@/lib/locks/staff-actions';
import { staffReleaseMax } from '@/lib/locks/staff-schema';
import type { Target } from './release-context';

/** What became of it: ids of locks; `ended` had ended before it was asked, `paying` are kept. */
export type Outcome = {
  released: string[];
  ended: string[];
  paying: string[];
  problem: Problem['code'] | 'unreachable' | null;
};

type Send = typeof releaseLocksAction;

/**
 * Releases what is meant, in as many calls as it takes. What was done before a call failed stays
 * done, and is told.
 */
export async function sendRelease(
  slug: string,
  target: Target,
  reason: string,
  send: Send = releaseLocksAction,
): Promise<Outcome> {
  const outcome: Outcome = { released: [], ended: [], paying: [], problem: null };
  const [first] = target.rows;
  if (!first) return outcome;
  if (target.kind === 'session') {
    add(outcome, await answer(send(slug, { sessionOf: first.id, reason })));
    return outcome;
  }
  const ids = target.rows.map(({ id }) => id);
  for (let from = 0; from < ids.length && !outcome.problem; from += staffReleaseMax) {
    const lockIds = ids.slice(from, from + staffReleaseMax);
    add(outcome, await answer(send(slug, { lockIds, reason })));
  }
  return outcome;
}

type Answer = Awaited<ReturnType<Send>> | null;

function add(outcome: Outcome, answer: Answer): void {
  if (!answer) outcome.problem = 'unreachable';
  else if (!answer.ok) outcome.problem = answer.error.code;
  else {
    outcome.released.push(...answer.data.released);
    outcome.ended.push(...answer.data.notFound);
    outcome.paying.push(...answer.data.paying);
  }
}

/** Null where no answer came: whether it was done is not known. */
async function answer<T>(call: Promise<ActionResult<T>>): Promise<ActionResult<T> | null> {
  return call.catch(() => null);
}
