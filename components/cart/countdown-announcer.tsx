'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useCartState } from './cart-provider';
import { type Threshold, thresholdDue } from './countdown';
import { useTimeLeft } from './use-time-left';

/** A cart that extends itself at the warning has nothing to announce: it gets a moment to. */
const graceMs = 1_500;

/** Says the warning and the last minute aloud, once each for a deadline. Draws nothing. */
export function CountdownAnnouncer() {
  const t = useTranslations('cart');
  const time = useTimeLeft();
  const { extending } = useCartState();
  const told = useRef<{ deadline: string; thresholds: Set<Threshold> } | null>(null);
  const [words, setWords] = useState('');

  const deadline = time?.deadline ?? null;
  if (deadline !== null && told.current?.deadline !== deadline) {
    told.current = { deadline, thresholds: new Set() };
  }
  const due =
    time && told.current && !extending
      ? thresholdDue(time.remainingMs, time.warningMs, told.current.thresholds)
      : null;
  const warningMs = time?.warningMs ?? 0;

  useEffect(() => {
    if (due === null || deadline === null) return;
    const timer = window.setTimeout(() => {
      told.current?.thresholds.add(due);
      setWords(wordsFor(due));
    }, graceMs);
    return () => window.clearTimeout(timer);

    function wordsFor(threshold: Threshold): string {
      if (threshold === 'minute') return t('sayMinute');
      const minutes = Math.round(warningMs / 60_000);
      return minutes >= 1
        ? t('sayWarning', { minutes })
        : t('sayWarningSeconds', { seconds: Math.round(warningMs / 1000) });
    }
  }, [due, deadline, warningMs, t]);

  return (
    <VisuallyHidden role="status" aria-live="polite" data-slot="countdown-announcer">
      {words}
    </VisuallyHidden>
  );
}
