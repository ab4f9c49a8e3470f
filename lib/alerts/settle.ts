import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Context } from '@/lib/context';
import { enqueue } from '@/lib/outbox/service';
import { publish } from '@/lib/watch/topics';
import { mailFor, mailsAnHourMax, quietSeconds, testLastsSeconds } from './policy';
import type { Figures, Finding, Rule, RuleKind } from './schema';

/** Who resolves what ends by itself. */
const house = 'Butaca';

type Touched = { id: string; kind: RuleKind; fresh: boolean };

/**
 * Writes down what a reading found: raises what is new, moves the figures of what lasts, ends what
 * has ceased to hold for long enough. Inside the transaction of the reading.
 * @param read kinds of which every finding is here: only those can end
 * @returns how many were raised
 */
export async function settle(
  ctx: Context,
  { rules, findings, read }: { rules: Rule[]; findings: Finding[]; read: ReadonlySet<RuleKind> },
): Promise<number> {
  const touched = findings.length === 0 ? [] : await raiseOrMove(ctx, rules, findings);
  const fresh = touched.filter((alert) => alert.fresh);
  for (const alert of fresh) await tellByMail(ctx, alert, rules);
  const ended = await endOver(ctx, rules, read);
  if (touched.length > 0 || ended > 0) await publish(ctx, 'alerts');
  return fresh.length;
}

/** One statement, however many there are: in a mass attack each reading finds hundreds. */
async function raiseOrMove(
  { db, tenantId }: Context,
  rules: Rule[],
  findings: Finding[],
): Promise<Touched[]> {
  const rows = findings.flatMap(({ kind, sourceKind, source, eventId, count, also }) => {
    const rule = rules.find((one) => one.kind === kind);
    if (!rule) return [];
    const { threshold, windowSeconds } = rule;
    const figures: Figures = { ...also, count, peak: count, threshold, windowSeconds };
    return [{ id: newId(), kind, sourceKind, source, eventId, figures }];
  });
  return await db.execute<Touched>(sql`
    INSERT INTO alerts AS a (tenant_id, id, kind, source_kind, source, event_id, figures)
    SELECT ${tenantId}::int, f.id, f.kind, f."sourceKind", f.source, f."eventId", f.figures
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f (id uuid, kind text,
      "sourceKind" text, source text, "eventId" uuid, figures jsonb)
    ON CONFLICT (tenant_id, kind, source, coalesce(event_id, '00000000-0000-0000-0000-000000000000'))
      WHERE ended_at IS NULL AND kind <> 'test'
    DO UPDATE SET seen_at = clock_timestamp(), figures = a.figures || excluded.figures
      || jsonb_build_object('peak', greatest((a.figures->>'peak')::float8, (excluded.figures->>'peak')::float8))
    RETURNING id, kind, xmax = 0 AS fresh`);
}

/** At most one mail an alert, and so many an hour; the last of them says that there are more. */
async function tellByMail(ctx: Context, alert: Touched, rules: Rule[]): Promise<void> {
  const { db, tenantId } = ctx;
  const rule = rules.find(({ kind }) => kind === alert.kind);
  if (!rule) return;
  const [row] = await db.execute<{ sent: number }>(sql`
    SELECT count(*)::int AS sent FROM (SELECT FROM alerts
      WHERE tenant_id = ${tenantId} AND raised_at > clock_timestamp() - interval '1 hour'
        AND (figures->>'mailed')::int > 0 LIMIT ${mailsAnHourMax + 1}) AS mailed`);
  const mailed = mailFor(rule, row?.sent ?? 0);
  if (mailed === 0) return;
  await db.execute(sql`
    UPDATE alerts SET figures = figures || jsonb_build_object('mailed', ${mailed}::int)
    WHERE tenant_id = ${tenantId} AND id = ${alert.id}`);
  await enqueue(ctx, { name: 'alert/raised', data: { tenantId, alertId: alert.id } });
}

/** A rule that is off holds no longer. A test ends by itself, and is done with. */
async function endOver(
  { db, tenantId }: Context,
  rules: Rule[],
  read: ReadonlySet<RuleKind>,
): Promise<number> {
  const waits = rules
    .filter(({ kind, enabled }) => !enabled || read.has(kind))
    .map((rule) => ({ kind: rule.kind, seconds: rule.enabled ? quietSeconds(rule) : 0 }));
  const ended = await db.execute(sql`
    UPDATE alerts a SET ended_at = clock_timestamp(),
      status = CASE a.kind WHEN 'test' THEN 'resolved' ELSE a.status END,
      resolved_at = CASE WHEN a.kind = 'test' AND a.resolved_at IS NULL THEN clock_timestamp()
        ELSE a.resolved_at END,
      resolved_by = CASE WHEN a.kind = 'test' THEN coalesce(a.resolved_by, ${house})
        ELSE a.resolved_by END
    FROM jsonb_to_recordset(${JSON.stringify([...waits, { kind: 'test', seconds: testLastsSeconds }])}::jsonb)
      AS w (kind text, seconds float8)
    WHERE a.tenant_id = ${tenantId} AND a.ended_at IS NULL AND a.kind = w.kind
      AND a.seen_at < clock_timestamp() - w.seconds * interval '1 second'
    RETURNING a.id`);
  return ended.length;
}
