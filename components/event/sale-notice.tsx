'use client';

import { Suspense } from 'react';
import { cn } from '@/components/ui/class-names';
import { patientPart } from '@/components/ui/patient-part';
import type { EventView } from './event-view';
import type { Supply } from './figures';
import type { Sale } from './sale';

export type SaleFacts = {
  event: EventView;
  sale: Sale;
  supply: Supply;
  /** Where all is held: in how many minutes the first place could come back. */
  backInMinutes: number | undefined;
};

const { Part: SaleWords } = patientPart(async () => (await import('./sale-words')).SaleWords);

/** Why nothing can be chosen, where that is so; the words for it come only then. */
export function SaleNotice({ className, ...facts }: SaleFacts & { className?: string }) {
  const { sale, supply } = facts;
  return (
    <div
      role="status"
      // It comes while the buyer may be deep in the hall.
      className={cn(className, sale === 'withdrawn' && 'sticky top-3 z-30')}
    >
      {(sale !== 'open' || supply !== 'some') && (
        <Suspense>
          <SaleWords {...facts} />
        </Suspense>
      )}
    </div>
  );
}
