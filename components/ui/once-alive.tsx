'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Fields or buttons that can be used once the page's code is here: what is written or sent before
 * would be lost. They look as they will.
 */
export function OnceAlive({ children }: { children: ReactNode }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset disabled={!alive} data-slot="once-alive" className="contents">
      {children}
    </fieldset>
  );
}
