'use client';

import { useCallback, useEffect, useState } from 'react';
import type { HallColumns } from '@/lib/events/packed-geometry';
import { type EventAddress, fetchGeometry } from './event-wire';

/** What the line loses is asked for again, each time later, before anyone is told. */
const retriesMs = [1_000, 2_000];

export type Geometry = {
  data: HallColumns | null;
  isError: boolean;
  isFetching: boolean;
  refetch: () => void;
};

/** Where every seat of an event is. It never changes for a version: it is asked for once. */
export function useGeometry({ tenant, eventId }: EventAddress, version: number): Geometry {
  const [round, setRound] = useState(0);
  const question = `${tenant} ${eventId} ${version}`;
  const [answer, setAnswer] = useState({ to: '', round, data: null as HallColumns | null });
  useEffect(() => {
    const end = (data: HallColumns | null) => setAnswer({ to: question, data, round });
    return patiently(() => fetchGeometry({ tenant, eventId }, version), end);
  }, [tenant, eventId, version, question, round]);

  const data = answer.to === question ? answer.data : null;
  const isError = answer.to === question && data === null;
  const refetch = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    if (!isError) return;
    window.addEventListener('online', refetch);
    return () => window.removeEventListener('online', refetch);
  }, [isError, refetch]);
  return { data, isError, isFetching: !data && (!isError || answer.round !== round), refetch };
}

/** Asks until there is an answer or no try is left, and tells. Returns the end of it. */
function patiently<T>(ask: () => Promise<T>, tell: (answer: T | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const attempt = (failures: number) => {
    ask().then(
      (answer) => !ended && tell(answer),
      () => {
        if (ended) return;
        const waitMs = retriesMs[failures];
        if (waitMs === undefined) tell(null);
        else timer = setTimeout(() => attempt(failures + 1), waitMs);
      },
    );
  };
  attempt(0);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
