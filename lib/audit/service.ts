import { v7 as newId } from 'uuid';
import { auditLog } from '@/db/schema/staff';
import type { StaffContext } from '@/lib/context';

export type AuditEntry = {
  /** `<thing>.<past participle>`, such as `settings.changed`; `admin.audit.actions` has the words. */
  action: string;
  /** What it was done to, in words that people know it by. */
  target: string;
  /** What was so, and what is now: only what differs. Never a secret. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
};

/** Writes down who did what. Call inside the transaction that does it: one is not without the other. */
export async function audit(
  { db, tenantId, actor }: StaffContext,
  entry: AuditEntry,
): Promise<void> {
  const { userId, name } = actor;
  await db.insert(auditLog).values({ tenantId, id: newId(), userId, userName: name, ...entry });
}
