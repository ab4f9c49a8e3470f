import { invariantNames, type Violation } from './invariant';

const shownMax = 20;

/** A line for each invariant, and under a broken one the rows that break it, up to 20. */
export function report(violations: readonly Violation[]): string {
  return invariantNames
    .flatMap((name) => {
      const broken = violations.filter(({ invariant }) => invariant === name);
      if (broken.length === 0) return [`ok      ${name}`];
      const rows = broken
        .slice(0, shownMax)
        .map(({ tenantId, row, why }) => `          ${place(tenantId)}${row}: ${why}`);
      const rest = broken.length - rows.length;
      return [
        `BROKEN  ${name} (${broken.length})`,
        ...rows,
        ...(rest > 0 ? [`          … and ${rest} more`] : []),
      ];
    })
    .join('\n');
}

function place(tenantId: number | null): string {
  return tenantId === null ? '' : `tenant ${tenantId}, `;
}
