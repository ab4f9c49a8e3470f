import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { config } from '@/lib/config';
import { type Context, inTenant } from '@/lib/context';
import { addressOf } from '@/lib/http/client';
import { deviceOf } from '@/lib/http/device';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { textArray, uuidArray } from '@/lib/sql';

type Headers = { get(name: string): string | null };
type View = { eventId: string; who: string; device: string };

const flushMs = 2_000;
/** More than that between two writes, and the rest is not counted. */
const viewsMax = 10_000;

/** Somebody looked at an event. Whoever looks again on the same day is one visitor. */
export class ViewBuffer {
  #views = new Map<number, Map<string, View>>();
  #size = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Db) {}

  /** Programs, and browsers that only prepare for a click, are no visitors. */
  note(tenantId: number, eventId: string, headers: Headers): void {
    const agent = headers.get('user-agent') ?? '';
    const device = deviceOf(agent);
    if (device === null || device === 'program' || isPrefetch(headers)) return;
    if (this.#size >= viewsMax) return;
    const who = `${addressOf(headers) ?? ''}\n${agent}`;
    const ofTenant = this.#views.get(tenantId) ?? new Map<string, View>();
    this.#views.set(tenantId, ofTenant);
    const key = `${eventId}\n${who}`;
    if (!ofTenant.has(key)) this.#size++;
    ofTenant.set(key, { eventId, who, device });
    this.#timer ??= setTimeout(() => void this.flush(), flushMs).unref();
  }

  /** Writes down what was noted: one statement a tenant, and none when nobody looked. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const noted = this.#views;
    this.#views = new Map();
    this.#size = 0;
    for (const [tenantId, views] of noted) {
      const ctx: Context = { db: this.db, tenantId, actor: { kind: 'system' } };
      await write(ctx, [...views.values()]).catch((error: unknown) => {
        log.warn('some views of events were not counted', { tenantId, views: views.size, error });
      });
    }
  }
}

/**
 * Counts who opens an event's page, by day and device. Kept in memory for two seconds at most, which
 * is what a crash loses.
 */
export function noteView(
  { db, tenantId }: Context,
  { eventId, headers }: { eventId: string; headers: Headers },
): void {
  buffer(db).note(tenantId, eventId, headers);
}

/** For the end of the process. */
export function flushViews(db: Db): Promise<void> {
  return buffer(db).flush();
}

const buffer = (db: Db) => processWide('views of events', () => new ViewBuffer(db));

function isPrefetch(headers: Headers): boolean {
  const purposes = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) =>
    headers.get(name),
  );
  return (
    purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose ?? '')) ||
    headers.get('next-router-prefetch') !== null
  );
}

async function write(ctx: Context, views: View[]): Promise<void> {
  await inTenant(ctx, async ({ db, tenantId }) => {
    const [today] = await db.execute<{ day: string }>(sql`
      SELECT (clock_timestamp() AT TIME ZONE time_zone)::date::text AS day
      FROM tenants WHERE id = ${tenantId}`);
    if (!today) return;
    const visitors = views.map(({ who }) => visitorOf(today.day, tenantId, who));
    await db.execute(sql`
      WITH seen AS (
        SELECT v.* FROM unnest(${uuidArray(views.map((view) => view.eventId))}, ${textArray(visitors)},
          ${textArray(views.map((view) => view.device))}) AS v(event_id, visitor, device)
        JOIN events e ON e.tenant_id = ${tenantId} AND e.id = v.event_id
      ), fresh AS (
        INSERT INTO event_viewers (tenant_id, event_id, day, visitor)
        SELECT ${tenantId}, event_id, ${today.day}::date, visitor FROM seen ORDER BY event_id, visitor
        ON CONFLICT DO NOTHING RETURNING event_id, visitor
      )
      INSERT INTO view_days AS d (tenant_id, event_id, day, device, visitors)
      SELECT ${tenantId}, event_id, ${today.day}::date, seen.device, count(*)
      FROM fresh JOIN seen USING (event_id, visitor)
      GROUP BY event_id, seen.device ORDER BY event_id, seen.device
      ON CONFLICT (tenant_id, event_id, day, device) DO UPDATE SET visitors = d.visitors + excluded.visitors`);
  });
}

/** The same on one day and in one house; of two days or houses nobody can tell that it is the same. */
function visitorOf(day: string, tenantId: number, who: string): string {
  const hmac = createHmac('sha256', config().authSecret).update(
    `visitor ${day} ${tenantId} ${who}`,
  );
  return hmac.digest('base64url').slice(0, 22);
}
