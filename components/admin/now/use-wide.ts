'use client';

import { useSyncExternalStore } from 'react';

/** From here on there is room for a table. */
const query = '(min-width: 64rem)';

function onChange(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Null while it is not known: on the server. */
export function useWide(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    onChange,
    () => matchMedia(query).matches,
    () => null,
  );
}
