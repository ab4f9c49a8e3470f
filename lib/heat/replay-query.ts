import { sql } from 'drizzle-orm';
import { inTenant, type StaffContext } from '@/lib/context';
import { epochMs, fromEpochMs } from '@/lib/sql';
import { ascending, numbers } from './columns';
import { countInMemory, eventTimes } from './queries';
import { framesOf, type LockSpans } from './replay';
import { type Known, type ReplayRange, replayRange } from './replay-range';
import type { ReplayBody, ReplayQuery } from './schema';

/** Each may change its seat twice. */
const replayLocksMax = 200_000;

/**
 * When a lock really began: a seat taken in exchange goes on with the times of the one given up for
 * it, and was free until that one ended.
 */
const began = (tenantId: number) => sql`CASE WHEN l.metadata ? 'swappedFrom' THEN coalesce((
    SELECT o.ended_at FROM all_locks o
    WHERE o.tenant_id = ${tenantId} AND o.id = (l.metadata->>'swappedFrom')::uuid
      AND o.locked_at = l.locked_at), l.locked_at) ELSE l.locked_at END`;

/** When it ended for everybody: the sweep may have written it down later. */
const ended = sql`CASE WHEN l.status = 'converted' THEN l.ended_at
  ELSE least(l.ended_at, l.expires_at) END`;

/**
 * An event's on-sale frame by frame.
 * @param locksMax how many locks are told of; the frames end before the first that is left out
 * @throws DomainError `event_not_found`.
 */
export function replay(
  ctx: StaffContext,
  query: ReplayQuery,
  locksMax = replayLocksMax,
): Promise<ReplayBody> {
  return inTenant(ctx, async (open) => {
    await countInMemory(open);
    const known = await knownTimes(open, query.event);
    const range = replayRange(query, known);
    const { spans, cutAt } = await readSpans(open, query.event, range, locksMax);
    const frames = cutAt === null ? range.frames : Math.min(Math.max(cutAt, 0), range.frames);
    const { counts, seats, states, zones, locks, sales } = framesOf(spans, frames);
    const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
    return {
      serverTime: new Date(known.nowMs).toISOString(),
      from: new Date(range.fromMs).toISOString(),
      stepMinutes: range.stepMinutes,
      minutes: range.minutes,
      frames,
      first: iso(known.firstMs),
      last: iso(known.lastMs),
      cut: cutAt !== null,
      counts,
      seats: ascending(seats),
      states: states.join(''),
      zones,
      locks,
      sales,
    };
  });
}

async function knownTimes(ctx: StaffContext, eventId: string): Promise<Known> {
  const times = await eventTimes(ctx, eventId);
  const { db, tenantId } = ctx;
  const [locks] = await db.execute<{ firstMs: number | null; lastMs: number | null }>(sql`
    SELECT ${epochMs(sql`min(locked_at)`)} AS "firstMs",
      ${epochMs(sql`greatest(max(locked_at), max(ended_at))`)} AS "lastMs"
    FROM all_locks WHERE tenant_id = ${tenantId} AND event_id = ${eventId}`);
  return { ...times, firstMs: locks?.firstMs ?? null, lastMs: locks?.lastMs ?? null };
}

/** The locks that any frame shows, and what was sold before. `cutAt`: the frame of the first left out. */
async function readSpans(
  { db, tenantId }: StaffContext,
  eventId: string,
  { fromMs, stepMinutes, frames }: ReplayRange,
  locksMax: number,
): Promise<{ spans: LockSpans; cutAt: number | null }> {
  const from = fromEpochMs(fromMs);
  const stepSeconds = stepMinutes * 60;
  const to = fromEpochMs(fromMs + frames * stepSeconds * 1000);
  const frameOf = (at: unknown) =>
    sql`(ceil(extract(epoch from ${at} - ${from})::float8 / ${stepSeconds})::int - 1)::text`;
  const list = (value: unknown) => sql`string_agg(${value}, ',' ORDER BY n)`;
  type Lists = Record<keyof LockSpans, string | null>;
  const [lists] = await db.execute<Lists>(sql`
    WITH spans AS MATERIALIZED (
      SELECT l.seat_id, l.zone_id, l.quantity, l.status = 'converted' AS sold,
        ${began(tenantId)} AS began, ${ended} AS ended
      FROM all_locks l
      WHERE l.tenant_id = ${tenantId} AND l.event_id = ${eventId} AND l.locked_at <= ${to}),
    shown AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY began, ended) AS n FROM spans
      WHERE began <= ${to} AND (sold OR ended > ${from})
      ORDER BY began, ended LIMIT ${locksMax + 1})
    SELECT ${list(sql`coalesce(seat_id, 0)::text`)} AS seats, ${list(sql`zone_id::text`)} AS zones,
      ${list(sql`quantity::text`)} AS units, ${list(frameOf(sql`began`))} AS starts,
      ${list(frameOf(sql`ended`))} AS ends, ${list(sql`sold::int::text`)} AS sold
    FROM shown`);
  const columns = Object.fromEntries(
    Object.entries(lists as Lists).map(([name, values]) => [name, numbers(values)]),
  ) as Record<keyof LockSpans, number[]>;
  const cutAt = columns.starts[locksMax] ?? null;
  for (const values of Object.values(columns)) values.length = Math.min(values.length, locksMax);
  return { spans: columns, cutAt };
}
