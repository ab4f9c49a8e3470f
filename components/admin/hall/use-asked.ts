'use client';

import { useCallback, useEffect, useState } from 'react';

export type Asked<T> = {
  /** The latest answer; while another question is on its way, still that of the one before. */
  data: T | null;
  failed: boolean;
  asking: boolean;
  again: () => void;
};

type Answer<Q, T> = { to: Q | null; round: number; data: T | null; failed: boolean };

/**
 * The answer to a question, asked anew whenever it becomes another object.
 * @param ask stays the same function
 */
export function useAsked<Q extends object, T>(
  question: Q | null,
  ask: (question: Q) => Promise<T>,
): Asked<T> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer<Q, T>>({
    to: null,
    round: 0,
    data: null,
    failed: false,
  });
  useEffect(() => {
    if (question === null) return;
    let ended = false;
    ask(question).then(
      (data) => !ended && setAnswer({ to: question, round, data, failed: false }),
      () => !ended && setAnswer(({ data }) => ({ to: question, round, data, failed: true })),
    );
    return () => {
      ended = true;
    };
  }, [question, ask, round]);
  const answered = question !== null && answer.to === question && answer.round === round;
  return {
    data: answer.data,
    failed: answered && answer.failed,
    asking: question !== null && !answered,
    again: useCallback(() => setRound((before) => before + 1), []),
  };
}
