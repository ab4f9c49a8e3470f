'use client';

import { useRef, useState, useTransition } from 'react';
import type { ErrorCode } from '@/lib/errors';
import type { ActionResult } from '@/lib/http/problem';
import type { Saved } from '@/lib/tenants/schema';

/** What became of the last try to save. `Now` is what holds, as the form reads it. */
export type Outcome<Now> =
  | { kind: 'saved'; saved: Saved }
  | { kind: 'stale'; now: Now; by: string | null; at: string | null }
  | { kind: 'refused'; code: ErrorCode | 'unreachable'; reason: string | null; paths: string[] };

/** Saves once at a time, and keeps what came of it until the next try. */
export function useSaving<Now>() {
  const [pending, start] = useTransition();
  const [outcome, setOutcome] = useState<Outcome<Now> | null>(null);
  const busy = useRef(false);

  const save = (send: () => Promise<ActionResult<Saved>>, then: (of: Outcome<Now>) => void) => {
    if (busy.current) return;
    busy.current = true;
    start(async () => {
      const answer = await send().catch(() => null);
      busy.current = false;
      const reached = outcomeOf<Now>(answer);
      setOutcome(reached);
      then(reached);
    });
  };

  return { save, pending, outcome, forget: () => setOutcome(null) };
}

function outcomeOf<Now>(answer: ActionResult<Saved> | null): Outcome<Now> {
  if (!answer) return { kind: 'refused', code: 'unreachable', reason: null, paths: [] };
  if (answer.ok) return { kind: 'saved', saved: answer.data };
  const { code, current, by, at, reason, errors } = answer.error;
  if (code === 'changed_meanwhile') {
    return { kind: 'stale', now: current as Now, by: by as string | null, at: at as string | null };
  }
  const paths = ((errors ?? []) as { path: string }[]).map(({ path }) => path);
  return { kind: 'refused', code, reason: typeof reason === 'string' ? reason : null, paths };
}
