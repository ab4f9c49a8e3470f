import { Pill } from '@/components/admin/pill';
import type { LockRecord, Outcome } from '@/lib/analytics/schema';
import type { Tenant } from '@/lib/tenants/queries';
import { useRowWords } from './use-row-words';

function toneOf(outcome: Outcome): 'good' | 'warn' | 'calm' {
  if (outcome === 'sale') return 'good';
  return outcome === 'open' ? 'warn' : 'calm';
}

/** How a lock ended. */
export function OutcomePill({ row, tenant }: { row: LockRecord; tenant: Tenant }) {
  return <Pill tone={toneOf(row.outcome)}>{useRowWords(tenant).outcome(row)}</Pill>;
}
