'use client';

import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';

const control =
  'grid size-11 cursor-pointer place-items-center bg-raised text-ink transition-colors hover:bg-sunken focus-visible:-outline-offset-3';

/** Nearer, further, and the whole hall. */
export function MapControls({
  onZoom,
  onFit,
  className,
}: {
  onZoom: (factor: number) => void;
  onFit: () => void;
  className?: string;
}) {
  const t = useTranslations('seatMap');
  return (
    <fieldset
      aria-label={t('zoom')}
      className={cn(
        'flex divide-line overflow-hidden max-sm:divide-x sm:flex-col sm:divide-y rounded-control border border-line shadow-lift',
        className,
      )}
    >
      <button
        type="button"
        className={control}
        aria-label={t('zoomIn')}
        onClick={() => onZoom(1.8)}
      >
        <Plus aria-hidden className="size-5" />
      </button>
      <button
        type="button"
        className={control}
        aria-label={t('zoomOut')}
        onClick={() => onZoom(1 / 1.8)}
      >
        <Minus aria-hidden className="size-5" />
      </button>
      <button type="button" className={control} aria-label={t('zoomFit')} onClick={onFit}>
        <Maximize aria-hidden className="size-5" />
      </button>
    </fieldset>
  );
}
