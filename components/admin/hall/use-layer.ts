'use client';

import { useSearchParams } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';
import { hallQuery, type Layer, layerOf } from './layers';

/**
 * The layer of an event's hall that the address names, so that a reload, a link and the Back button
 * find it. What is chosen is shown at once: the address is read a moment later.
 */
export function useLayer(eventId: string) {
  const named = layerOf(useSearchParams().get('layer'));
  const [layer, show] = useOptimistic(named);
  const choose = (chosen: Layer) =>
    startTransition(() => {
      show(chosen);
      window.history.pushState(null, '', `?${hallQuery(eventId, chosen)}`);
    });
  return { layer, choose };
}
