import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { coolDowns } from '@/db/schema/alerts';
import { audit } from '@/lib/audit/service';
import { type Context, inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { releaseSourceAsStaff } from '@/lib/locks/service';
import { publish } from '@/lib/watch/topics';
import { iso, sourceName } from './queries';
import type {
  CoolDownView,
  CoolInput,
  ReleaseSourceInput,
  SourceKind,
  SourceReleased,
} from './schema';

/** With a source: whoever pauses it has its turn alone. */
const pausesLock = 1_885_433_203;

type Source = { kind: SourceKind; value: string; name: string | null };

/**
 * Lets the source of an alert lock nothing for a while, and gives back what it holds where that is
 * wanted: only then, so that it cannot lock the same again, and once nothing is being written any
 * more that was begun before. A running one is replaced.
 * @throws DomainError `not_found`; `invalid_request` of an alert that is of no one source.
 */
export async function coolSource(
  ctx: StaffContext,
  { alertId, minutes, release, reason }: CoolInput,
): Promise<{ coolDownId: string } & SourceReleased> {
  const coolDownId = newId();
  const source = await inTenant(ctx, async (inside) => {
    const { db, tenantId, actor } = inside;
    const found = await sourceOf(inside, alertId);
    await takeTurn(inside, found);
    await db.execute(sql`
      UPDATE cool_downs SET until = clock_timestamp()
      WHERE tenant_id = ${tenantId} AND source = ${found.value} AND until > clock_timestamp()`);
    await db.insert(coolDowns).values({
      tenantId,
      id: coolDownId,
      sourceKind: found.kind,
      source: found.value,
      until: sql`clock_timestamp() + ${minutes} * interval '1 minute'`,
      reason,
      alertId,
      startedBy: actor.name,
    });
    const after = { kind: found.kind, minutes, alertId };
    await audit(inside, { action: 'source.cooled', target: targetOf(found), after, reason });
    await publish(inside, 'alerts');
    return found;
  });
  const outcome = release ? await letGo(ctx, source, alertId, reason) : { released: 0, kept: 0 };
  return { coolDownId, ...outcome };
}

/** One pause of a source is set at a time, whichever alert it is set from: each sees the one before. */
async function takeTurn({ db, tenantId }: Context, { value }: Source): Promise<void> {
  const source = `${tenantId} ${value}`;
  await db.execute(sql`SELECT pg_advisory_xact_lock(${pausesLock}, hashtext(${source}))`);
}

/** Gives back what the source of an alert holds. @throws as `coolSource`. */
export async function releaseSource(
  ctx: StaffContext,
  { alertId, reason }: ReleaseSourceInput,
): Promise<SourceReleased> {
  const source = await inTenant(ctx, (inside) => sourceOf(inside, alertId));
  return letGo(ctx, source, alertId, reason);
}

/** What stays is in the log as well as what is released: the log of the release names only that. */
async function letGo(
  ctx: StaffContext,
  source: Source,
  alertId: string,
  reason: string,
): Promise<SourceReleased> {
  const { released, paying: kept } = await releaseSourceAsStaff(ctx, { source, reason });
  if (kept > 0) {
    const after = { kind: source.kind, locks: kept, alertId };
    await inTenant(ctx, (inside) =>
      audit(inside, { action: 'source.kept', target: targetOf(source), after, reason }),
    );
  }
  return { released, kept };
}

/** Lets a source lock again. Of one that has ended it changes nothing. @throws DomainError `not_found`. */
export async function liftCoolDown(ctx: StaffContext, coolDownId: string): Promise<void> {
  await inTenant(ctx, async (inside) => {
    const { db, tenantId } = inside;
    const [row] = await db.execute<Raw & { runs: boolean }>(sql`
      SELECT c.source_kind AS kind, c.source AS value, u.name AS "accountName",
        c.until > clock_timestamp() AS runs
      FROM cool_downs c LEFT JOIN users u ON c.source_kind = 'account' AND u.id::text = c.source
      WHERE c.tenant_id = ${tenantId} AND c.id = ${coolDownId} FOR UPDATE OF c`);
    if (!row) throw new DomainError('not_found');
    if (!row.runs) return;
    await db.execute(sql`
      UPDATE cool_downs SET until = clock_timestamp()
      WHERE tenant_id = ${tenantId} AND id = ${coolDownId}`);
    const target = targetOf(named(row));
    await audit(inside, { action: 'source.warmed', target, after: { coolDownId } });
    await publish(inside, 'alerts');
  });
}

/** Sources that wait at this moment, those that wait longest last. */
export async function runningCoolDowns(ctx: Context): Promise<CoolDownView[]> {
  const rows = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<Omit<CoolDownView, 'source'> & { value: string; accountName: string | null }>(sql`
      SELECT c.id, c.source_kind AS "sourceKind", c.source AS value, u.name AS "accountName",
        ${iso('c.started_at')} AS "startedAt", ${iso('c.until')} AS until,
        c.started_by AS "startedBy", c.reason, c.alert_id AS "alertId"
      FROM cool_downs c LEFT JOIN users u ON c.source_kind = 'account' AND u.id::text = c.source
      WHERE c.tenant_id = ${tenantId} AND c.until > clock_timestamp()
      ORDER BY c.until, c.id LIMIT 200`),
  );
  return rows.map(({ value, accountName, ...row }) => ({
    ...row,
    source: sourceName(row.sourceKind, value, accountName),
  }));
}

type Raw = { kind: SourceKind; value: string; accountName: string | null };

const named = ({ kind, value, accountName }: Raw): Source => ({
  kind,
  value,
  name: sourceName(kind, value, accountName),
});

const targetOf = ({ kind, name }: Source) => `${kind} · ${name ?? '–'}`;

async function sourceOf({ db, tenantId }: Context, alertId: string): Promise<Source> {
  const [row] = await db.execute<Omit<Raw, 'kind'> & { kind: SourceKind | null }>(sql`
    SELECT a.source_kind AS kind, a.source AS value, u.name AS "accountName"
    FROM alerts a LEFT JOIN users u ON a.source_kind = 'account' AND u.id::text = a.source
    WHERE a.tenant_id = ${tenantId} AND a.id = ${alertId}`);
  if (!row) throw new DomainError('not_found');
  const { kind, ...source } = row;
  if (kind === null) {
    const message = 'The alert is of no one source.';
    throw new DomainError('invalid_request', { errors: [{ path: 'alertId', message }] });
  }
  return named({ kind, ...source });
}
