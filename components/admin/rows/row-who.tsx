import type { LockRecord } from '@/lib/analytics/schema';

/** Whose lock it was: the session's short name, and the account where there was one. */
export function RowWho({ row: { session, account } }: { row: LockRecord }) {
  return (
    <>
      <span className="font-mono text-[0.9em]">{session}</span>
      {account && <span className="text-muted"> · {account}</span>}
    </>
  );
}
