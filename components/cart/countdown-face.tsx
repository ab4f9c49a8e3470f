'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { faceOf } from './countdown';
import type { TimeLeft } from './use-time-left';

/** The numerals. Read out only when asked for: the thresholds are announced elsewhere. */
export function CountdownFace({ time, className }: { time: TimeLeft; className?: string }) {
  const t = useTranslations('cart');
  const face = faceOf(time.remainingMs);
  const seconds = Math.ceil(time.remainingMs / 1000);
  const spoken =
    face.unit === 'minutes'
      ? t('minutesLong', { count: face.minutes })
      : t('secondsLong', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return (
    <span role="timer" data-slot="countdown" className={cn('inline-block', className)}>
      <VisuallyHidden>{spoken}</VisuallyHidden>
      <span aria-hidden className="font-display tabular-nums lining-nums">
        {face.unit === 'minutes' ? t('minutes', { count: face.minutes }) : face.text}
      </span>
    </span>
  );
}
