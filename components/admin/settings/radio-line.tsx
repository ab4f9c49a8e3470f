'use client';

import type { ReactNode } from 'react';

type Props = { name: string; checked: boolean; onPick: () => void; children: ReactNode };

/** One of several ways, with all that is said of it to press on. */
export function RadioLine({ name, checked, onPick, children }: Props) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onPick}
        className="mt-1 size-4.5 shrink-0 cursor-pointer"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
