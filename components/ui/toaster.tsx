'use client';

import { useEffect } from 'react';
import { onFirstInput } from './first-input';
import { whenWanted } from './passing';
import { useLater } from './use-later';

const getToasts = async () => (await import('./house-toasts')).HouseToasts;

/**
 * Where passing notices appear. Their code comes with the first input or the first notice; the
 * region is there before, because screen readers read out what is added to one that they know.
 */
export function Toaster() {
  const { part: Toasts, failed, load } = useLater(getToasts);
  useEffect(() => onFirstInput(load), [load]);
  useEffect(() => whenWanted(load), [load]);
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', load);
    return () => window.removeEventListener('online', load);
  }, [failed, load]);
  return (
    <div aria-live="polite" aria-relevant="additions text">
      {Toasts && <Toasts />}
    </div>
  );
}
