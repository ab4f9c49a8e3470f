'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Place } from '@/components/cart/place';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { Button } from '@/components/ui/button';
import { nothingInPassing } from '@/components/ui/passing';

/** The page's way to bring the keyboard here once the cart's sheet is closed. */
export const swapBannerId = 'swap-banner';

/** What is being changed, that nothing is lost meanwhile, and the way out. */
export function SwapBanner({
  places,
  pending,
  onCancel,
  onLeave,
}: {
  places: readonly Place[];
  pending: boolean;
  onCancel: () => void;
  /** Where the keyboard goes when what it came from is gone. */
  onLeave: () => void;
}) {
  const t = useTranslations('swap');
  const names = usePlaceNames();
  const banner = useRef<HTMLElement>(null);
  const leave = useRef(onLeave);
  // What was told in passing of an earlier click would lie over it on a phone.
  useEffect(() => nothingInPassing(), []);
  // Before it is taken away: after that nobody knows where the focus was.
  useLayoutEffect(() => {
    const [element, from] = [banner.current, document.activeElement];
    element?.focus();
    return () => {
      if (!element?.contains(document.activeElement)) return;
      if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
      else leave.current();
    };
  }, []);
  const wants = places.map((place) => ({ place, units: 1 }));
  return (
    <section
      ref={banner}
      id={swapBannerId}
      tabIndex={-1}
      aria-label={t('title')}
      aria-describedby={`${swapBannerId}-line`}
      data-slot="swap-banner"
      className="pointer-events-auto flex items-start gap-3 rounded-card border border-brass bg-raised p-4 shadow-lift motion-safe:animate-appear"
    >
      <ArrowLeftRight aria-hidden className="mt-0.5 size-5 shrink-0 text-brass-text" />
      <div className="grid min-w-0 grow gap-3 sm:flex sm:items-start">
        <p id={`${swapBannerId}-line`} className="grow text-sm leading-relaxed">
          {t('banner', { places: names.all(wants), count: places.length })} {t('time')}
        </p>
        <Button
          size="sm"
          variant="secondary"
          className="min-h-11 justify-self-start"
          pending={pending}
          onClick={onCancel}
        >
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
