'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { useCartState } from './cart-provider';
import { CountdownFace } from './countdown-face';
import { ExtendButton, useExtensionsLeft } from './extend-button';
import { useTimeLeft } from './use-time-left';

/** The time that is left, how much of the whole it is, and the way to more of it. */
export function TimeLeft() {
  const t = useTranslations('cart');
  const time = useTimeLeft();
  const { extending, seen } = useCartState();
  const extensionsLeft = useExtensionsLeft();
  if (!time) return null;
  const urgent = time.phase !== 'calm' && !extending;
  const part = Math.min(1, time.remainingMs / seen.status.durationMs);
  return (
    <section
      aria-label={t('timeLeft')}
      data-slot="time-left"
      data-phase={time.phase}
      className={cn(
        'grid gap-3 rounded-card border p-4 transition-colors',
        urgent ? 'border-warn/50 bg-warn-soft' : 'border-line bg-paper',
      )}
    >
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p aria-hidden className="text-muted text-sm">
            {t('timeLeft')}
          </p>
          <CountdownFace time={time} className="text-4xl leading-none" />
        </div>
        <ExtendButton size="sm" variant={urgent ? 'primary' : 'secondary'} className="min-h-11" />
      </div>
      <div aria-hidden className="h-1 overflow-hidden rounded-full bg-line">
        <div
          className={cn(
            'h-full origin-left rounded-full transition-transform duration-calm motion-reduce:transition-none',
            urgent ? 'bg-warn' : 'bg-brass',
          )}
          style={{ transform: `scaleX(${part})` }}
        />
      </div>
      <p className={cn('text-sm', urgent ? 'text-ink' : 'text-muted')}>
        {urgent && extensionsLeft > 0 ? `${t('warningLine')} ` : ''}
        {t('extensionsLeft', { count: extensionsLeft })}.
      </p>
    </section>
  );
}
