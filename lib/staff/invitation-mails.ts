import { sql } from 'drizzle-orm';
import type { StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { enqueue } from '@/lib/outbox/service';
import { type InviteRefusal, invitationMailsPerHour } from './schema';

/**
 * Has an invitation's mail written, in the caller's transaction. Counted by the audit log, which
 * tells of each mail and which nobody can empty; who changes a team does so one at a time.
 * @throws DomainError `rate_limited` with the seconds until the next may go.
 */
export async function sendInvitation(ctx: StaffContext, invitationId: string): Promise<void> {
  const { db, tenantId } = ctx;
  const [nth] = await db.execute<{ seconds: number }>(sql`
    SELECT ceil(extract(epoch FROM at + interval '1 hour' - clock_timestamp()))::int AS seconds
    FROM audit_log
    WHERE tenant_id = ${tenantId} AND at > clock_timestamp() - interval '1 hour'
      AND action IN ('member.invited', 'invitation.resent')
    ORDER BY at DESC OFFSET ${invitationMailsPerHour - 1} LIMIT 1`);
  if (nth) {
    const reason: InviteRefusal = 'mails_per_hour';
    throw new DomainError('rate_limited', { reason, retryAfterSeconds: Math.max(1, nth.seconds) });
  }
  await enqueue(ctx, { name: 'team/invited', data: { tenantId, invitationId } });
}
