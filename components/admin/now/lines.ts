import type { LockStage } from '@/lib/watch/schema';
import { lockStages } from '@/lib/watch/schema';
import type { Ghost, Row } from './row';

/** A session's locks together, with their sums. */
export type Group = {
  session: string;
  account: string | null;
  rows: readonly Row[];
  /** Of all that stand under it, with those that ended a moment ago. */
  ids: readonly string[];
  units: number;
  value: number;
  /** When the first of them runs out. */
  firstMs: number;
  /** How far the furthest of them is. */
  stage: LockStage;
};

/** What stands in one line of the table, or on one card. */
export type Line =
  | { kind: 'lock'; key: string; row: Row; ghost: Ghost | null; level: 1 | 2 }
  | { kind: 'group'; key: string; group: Group; open: boolean };

export function lockLine(row: Row, ghost: Ghost | null, level: 1 | 2 = 1): Line {
  return { kind: 'lock', key: row.id, row, ghost, level };
}

/** Groups in the order of their first lock, each followed by its locks unless it is closed. */
export function groupLines(
  rows: readonly Row[],
  closed: ReadonlySet<string>,
  ghosts: ReadonlyMap<string, Ghost>,
): Line[] {
  const bySession = new Map<string, Row[]>();
  for (const row of rows) {
    const group = bySession.get(row.session);
    if (group) group.push(row);
    else bySession.set(row.session, [row]);
  }
  const lines: Line[] = [];
  for (const [session, held] of bySession) {
    const open = !closed.has(session);
    lines.push({
      kind: 'group',
      key: `group ${session}`,
      group: groupOf(session, held, ghosts),
      open,
    });
    if (open) for (const row of held) lines.push(lockLine(row, ghosts.get(row.id) ?? null, 2));
  }
  return lines;
}

function groupOf(session: string, held: Row[], ghosts: ReadonlyMap<string, Ghost>): Group {
  const rows = held.filter(({ id }) => !ghosts.has(id));
  let [units, value, stage, firstMs] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (const row of rows) {
    units += row.quantity;
    value += row.value;
    stage = Math.max(stage, lockStages.indexOf(row.stage));
    firstMs = Math.min(firstMs, row.expiresMs);
  }
  return {
    session,
    account: held.find((row) => row.account)?.account ?? null,
    rows,
    ids: held.map(({ id }) => id),
    units,
    value,
    firstMs,
    stage: lockStages[stage] as LockStage,
  };
}
