'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { onFirstInput } from '@/components/ui/first-input';
import { patientPart } from '@/components/ui/patient-part';
import { Skeleton } from '@/components/ui/skeleton';
import { useCartState } from './cart-provider';
import { useFocusRescue } from './use-focus-rescue';

const filled = patientPart(async () => (await import('./cart-filled')).CartFilled);
const ended = patientPart(async () => (await import('./ended-notices')).EndedNotices);
const [Filled, EndedNotices] = [filled.Part, ended.Part];

function load(): void {
  filled.load();
  ended.load();
}

/** The whole cart: what ended, and what is in it; the code for that comes with the first input. */
export function CartPanel({ heading, hereEventId }: { heading: ReactNode; hereEventId?: string }) {
  const t = useTranslations('cart');
  const { lines, units, unsent, lapsed, withdrawn } = useCartState();
  const gone = unsent.length + lapsed.length + withdrawn.length;
  const area = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  useFocusRescue(area, top);
  const holds = units > 0;
  useEffect(() => (holds ? load() : onFirstInput(load)), [holds]);
  return (
    <div ref={area} data-slot="cart" className="grid gap-5">
      <div
        ref={top}
        tabIndex={-1}
        // In the sheet the way out is at the right of it.
        className="flex items-baseline justify-between gap-4 outline-none in-data-[slot=dialog]:pr-12"
      >
        {heading}
        {units > 0 && <span className="text-muted text-sm">{t('count', { count: units })}</span>}
      </div>
      {gone > 0 && (
        <Suspense>
          <EndedNotices />
        </Suspense>
      )}
      {lines.length === 0 ? (
        <EmptyCart />
      ) : (
        <Suspense fallback={<Skeleton className="h-32 rounded-card" />}>
          <Filled hereEventId={hereEventId} />
        </Suspense>
      )}
    </div>
  );
}

function EmptyCart() {
  const t = useTranslations('cart');
  const { durationMs } = useCartState().seen.status;
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  return <p className="-mt-2 text-muted leading-relaxed">{t('emptyLine', { minutes })}</p>;
}
