import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import type { Geometry } from './schema';
import { seatColumns } from './seat-columns';

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
      SELECT ${seatColumns}
      FROM seats WHERE tenant_id = ${tenantId} AND event_id = ${eventId}`);
    return { version, ...(columns as Columns) };
  });
}
