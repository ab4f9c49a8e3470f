'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { ReleaseDialog } from './release-dialog';
import type { Row } from './row';

/** What is to be released: locks that are named, or all that a session has in the house. */
export type Target =
  | { kind: 'locks'; rows: readonly Row[] }
  | { kind: 'session'; session: string; rows: readonly Row[] };

/** Opens the dialog; null for who may not release. */
export type AskRelease = (target: Target) => void;

const ReleaseContext = createContext<AskRelease>(() => {});
export const useRelease = () => useContext(ReleaseContext);

/** One dialog for all that can be released from the page. */
export function ReleaseProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<Target | null>(null);
  return (
    <ReleaseContext.Provider value={setTarget}>
      {children}
      {target && <ReleaseDialog target={target} onClose={() => setTarget(null)} />}
    </ReleaseContext.Provider>
  );
}
