'use client';

import { useCallback, useState } from 'react';
import type { BestSeats } from '@/components/best/best-seats';

/** The form's code, which the page does without until someone comes near it. */
export type BestForm = {
  Form: typeof BestSeats | null;
  /** It could not be had: on a bad line the page lives on, and it is asked for again. */
  failed: boolean;
  load: () => void;
};

export function useBestForm(): BestForm {
  const [form, setForm] = useState<Omit<BestForm, 'load'>>({ Form: null, failed: false });
  const load = useCallback(() => {
    import('@/components/best/best-seats').then(
      ({ BestSeats }) => setForm({ Form: BestSeats, failed: false }),
      () => setForm((known) => ({ ...known, failed: known.Form === null })),
    );
  }, []);
  return { ...form, load };
}
