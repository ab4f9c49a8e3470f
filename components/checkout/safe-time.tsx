'use client';

import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CountdownFace } from '@/components/cart/countdown-face';
import { ExtendButton } from '@/components/cart/extend-button';
import { useTimeLeft } from '@/components/cart/use-time-left';

/** That nothing is lost while paying, and for how long. */
export function SafeTime() {
  const t = useTranslations('checkout');
  const time = useTimeLeft();
  if (!time) return null;
  return (
    <div
      data-slot="safe-time"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-good/40 bg-good-soft p-4"
    >
      <ShieldCheck aria-hidden className="size-6 shrink-0 text-good" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t('safe')}</p>
        <p className="text-sm">{t('safeLine')}</p>
      </div>
      <CountdownFace time={time} className="text-3xl" />
      {time.phase !== 'calm' && <ExtendButton size="sm" className="min-h-11" />}
    </div>
  );
}
