import { sql } from 'drizzle-orm';
import { type BuyerContext, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { fromEpochMs, uuidArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import { type HeldLock, holdLocks, tellDeadlines } from './held';
import type { ExtendInput } from './schema';
import { readLockSettings } from './settings';
import { extendedDeadline } from './terms';

export type ExtendResult = {
  extended: { id: string; expiresAtMs: number; extensionsLeft: number }[];
  refused: { id: string; reason: 'expired' | 'max_extensions' }[];
};

/**
 * Gives the session's live locks, or those named, until `clock + minutes` (default: each lock's
 * full duration), never earlier than before, within bounded-life. Ten full extensions are allowed,
 * as WCAG 2.2.1 asks.
 * @throws DomainError `no_live_locks`; `invalid_request` when `minutes` passes the full duration.
 */
export function extendLocks(ctx: BuyerContext, input: ExtendInput): Promise<ExtendResult> {
  return inTenant(ctx, async (inside) => {
    const { durationMs } = await readLockSettings(inside);
    const askedMs = input.minutes === undefined ? null : Math.round(input.minutes * 60_000);
    const held = await holdLocks(inside, input.lockIds);
    const longest = Math.max(durationMs, ...held.map((lock) => lock.durationMs));
    if (askedMs !== null && askedMs > longest) {
      const message = `at most ${longest / 60_000}, the full duration`;
      throw new DomainError('invalid_request', { errors: [{ path: 'minutes', message }] });
    }
    const nowMs = await databaseNowMs(inside);
    const live = held.filter((lock) => lock.expiresAtMs > nowMs);
    if (live.length === 0) throw new DomainError('no_live_locks');

    const result: ExtendResult = { extended: [], refused: [] };
    const moved: HeldLock[] = [];
    for (const lock of live) {
      const expiresAtMs = extendedDeadline(lock, nowMs, askedMs);
      if (expiresAtMs === null) {
        result.refused.push({ id: lock.id, reason: 'max_extensions' });
        continue;
      }
      const used = lock.extensions + (expiresAtMs > lock.deadlineMs ? 1 : 0);
      moved.push({ ...lock, expiresAtMs, extensions: used });
      result.extended.push({ id: lock.id, expiresAtMs, extensionsLeft: lock.maxExtensions - used });
    }
    const liveIds = new Set(live.map((lock) => lock.id));
    for (const id of input.lockIds ?? []) {
      if (!liveIds.has(id)) result.refused.push({ id, reason: 'expired' });
    }
    await writeDeadlines(inside, moved);
    await tellDeadlines(inside, moved);
    return result;
  });
}

async function writeDeadlines({ db, tenantId }: BuyerContext, locks: HeldLock[]): Promise<void> {
  if (locks.length === 0) return;
  await db.execute(sql`
    UPDATE cart_item_locks AS l
    SET expires_at = ${fromEpochMs(sql`moved.ms`)}, extensions = moved.used, former_expires_at = NULL
    FROM unnest(${uuidArray(locks.map((lock) => lock.id))},
      ${sql.param(locks.map((lock) => lock.expiresAtMs))}::float8[],
      ${sql.param(locks.map((lock) => lock.extensions))}::int[]) AS moved(id, ms, used)
    WHERE l.tenant_id = ${tenantId} AND l.id = moved.id`);
}
