import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { audit } from '@/lib/audit/service';
import { inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { enqueue, pokeOutbox } from '@/lib/outbox/service';
import { publish } from '@/lib/watch/topics';
import { alertById } from './queries';
import type { AlertView, Figures } from './schema';

/** Tests of one house within an hour: each sends a mail. */
const testsAnHourMax = 10;

/** With a house: whoever asks for a test there counts alone. */
const testsLock = 1_952_805_748;

/** What the log calls an alert. */
const targetOf = ({ kind, source, event }: AlertView) =>
  [kind, source ?? event?.name].filter(Boolean).join(' · ');

/** Says that somebody looks after it. Again, or of one that is resolved, it changes nothing. */
export function acknowledgeAlert(ctx: StaffContext, alertId: string): Promise<AlertView> {
  return move(ctx, alertId, 'acknowledged');
}

/** Says that it is dealt with. It may still last: it is not raised again while it does. */
export function resolveAlert(ctx: StaffContext, alertId: string): Promise<AlertView> {
  return move(ctx, alertId, 'resolved');
}

/** @throws DomainError `not_found`. */
async function move(
  ctx: StaffContext,
  alertId: string,
  to: 'acknowledged' | 'resolved',
): Promise<AlertView> {
  return inTenant(ctx, async (inside) => {
    const { db, tenantId, actor } = inside;
    const from = to === 'acknowledged' ? ['open'] : ['open', 'acknowledged'];
    const moved = await db.execute(sql`
      UPDATE alerts SET status = ${to}, ${sql.raw(`${to}_by`)} = ${actor.name},
        ${sql.raw(`${to}_at`)} = clock_timestamp()
      WHERE tenant_id = ${tenantId} AND id = ${alertId} AND status IN ${from} RETURNING id`);
    const alert = await alertById(inside, alertId);
    if (!alert) throw new DomainError('not_found');
    if (moved.length > 0) {
      await audit(inside, { action: `alert.${to}`, target: targetOf(alert), after: { alertId } });
      await publish(inside, 'alerts');
    }
    return alert;
  });
}

/**
 * Raises an alert that is none, to see that they arrive: on the page and the badge of everybody, and
 * by mail to who asked. @throws DomainError `rate_limited`.
 */
export async function raiseTest(ctx: StaffContext): Promise<{ alertId: string }> {
  const alertId = newId();
  const figures: Figures = { count: 1, peak: 1, threshold: 1, windowSeconds: 60, mailed: 0 };
  await inTenant(ctx, async (inside) => {
    const { db, tenantId, actor } = inside;
    await db.execute(sql`SELECT pg_advisory_xact_lock(${testsLock}, ${tenantId})`);
    const recent = await db.execute(sql`
      SELECT FROM alerts WHERE tenant_id = ${tenantId} AND kind = 'test'
        AND raised_at > clock_timestamp() - interval '1 hour'`);
    if (recent.length >= testsAnHourMax)
      throw new DomainError('rate_limited', { retryAfterSeconds: 600 });
    await db.execute(sql`
      INSERT INTO alerts (tenant_id, id, kind, figures)
      VALUES (${tenantId}, ${alertId}, 'test', ${JSON.stringify(figures)}::jsonb)`);
    await audit(inside, { action: 'alert.tested', target: 'test', after: { alertId } });
    const data = { tenantId, alertId, userId: actor.userId };
    await enqueue(inside, { name: 'alert/raised', data });
    await publish(inside, 'alerts');
  });
  pokeOutbox();
  return { alertId };
}
