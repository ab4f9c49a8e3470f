import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import type { Geometry } from './schema';
import { seatFlag } from './seat-codes';

type Columns = Omit<Geometry, 'version'>;

/** What a published event's geometry is named by in caches; null when there is no such event. */
export function mapVersion(ctx: Context, eventId: string): Promise<number | null> {
  return inTenant(ctx, async ({ db, tenantId }) => readVersion(db, tenantId, eventId));
}

async function readVersion(db: Context['db'], tenantId: number, eventId: string) {
  const [event] = await db.execute<{ version: number }>(sql`
    SELECT map_version AS version FROM events
    WHERE tenant_id = ${tenantId} AND id = ${eventId} AND status = 'published'`);
  return event?.version ?? null;
}

/** Where every seat of a published event is, in columns; null when there is no such event. */
export function geometry(ctx: Context, eventId: string): Promise<Geometry | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const version = await readVersion(db, tenantId, eventId);
    if (version === null) return null;
    const [columns] = await db.execute<Columns>(sql`
      SELECT coalesce(array_agg(id ORDER BY id), '{}') AS ids,
        coalesce(array_agg(zone_id ORDER BY id), '{}') AS zones,
        coalesce(array_agg(row ORDER BY id), '{}') AS rows,
        coalesce(array_agg(label ORDER BY id), '{}') AS labels,
        coalesce(array_agg(x ORDER BY id), '{}') AS x,
        coalesce(array_agg(y ORDER BY id), '{}') AS y,
        coalesce(array_agg(accessible::int * ${sql.raw(String(seatFlag.accessible))}
          + companion::int * ${sql.raw(String(seatFlag.companion))}
          + restricted_view::int * ${sql.raw(String(seatFlag.restrictedView))} ORDER BY id), '{}') AS flags
      FROM seats WHERE tenant_id = ${tenantId} AND event_id = ${eventId}`);
    return { version, ...(columns as Columns) };
  });
}
