'use client';

import { useMemo } from 'react';
import { useHouse } from './house-context';
import type { Line } from './lines';
import { useRelease } from './release-context';
import { useStore } from './use-now';

/** What can be done to a line of the table or to a card, by pointer or keyboard. */
export type LineActions = {
  select(line: Line, range: boolean): void;
  release(line: Line): void;
  fold(line: Line, closed: boolean): void;
};

export function useLineActions(): LineActions {
  const store = useStore();
  const ask = useRelease();
  const { mayRelease } = useHouse();
  return useMemo(
    () => ({
      select(line, range) {
        if (line.kind === 'group') store.toggle(line.group.rows.map(({ id }) => id));
        else if (line.ghost !== null) return;
        else if (range) store.selectTo(line.row.id);
        else store.toggle([line.row.id], line.row.id);
      },
      release(line) {
        if (!mayRelease) return;
        if (line.kind === 'group') {
          const { session } = line.group;
          const rows = store.ofSession(session);
          if (rows.length > 0) ask({ kind: 'session', session, rows });
        } else if (line.ghost === null) ask({ kind: 'locks', rows: [line.row] });
      },
      fold(line, closed) {
        if (line.kind === 'group') store.fold(line.group.session, closed);
      },
    }),
    [store, ask, mayRelease],
  );
}
