'use client';

import { useCallback, useEffect, useState } from 'react';
import { onFirstInput } from './first-input';

/** Code that the page does without until someone comes near it. */
export type Later<Part> = {
  part: Part | null;
  /** It could not be had: on a bad line the page lives on, and it is asked for again. */
  failed: boolean;
  load: () => void;
};

/** @param get imports it; the same function at every draw */
export function useLater<Part>(get: () => Promise<Part>): Later<Part> {
  const [state, setState] = useState<Omit<Later<Part>, 'load'>>({ part: null, failed: false });
  const load = useCallback(() => {
    get().then(
      (part) => setState({ part, failed: false }),
      () => setState((known) => ({ ...known, failed: known.part === null })),
    );
  }, [get]);
  return { ...state, load };
}

/**
 * Comes with the first input, or as soon as it is wanted; each time that it is wanted anew it is
 * asked for again where it did not come. @param get as in `useLater`
 */
export function useWithInput<Part>(get: () => Promise<Part>, wanted: boolean): Part | null {
  const { part, load } = useLater(get);
  const missing = part === null;
  useEffect(() => {
    if (!missing) return;
    return wanted ? load() : onFirstInput(load);
  }, [missing, wanted, load]);
  return part;
}
