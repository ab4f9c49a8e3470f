import { sql } from 'drizzle-orm';
import type { VenuePlan } from '@/db/schema/venues';
import { type Context, inTenant } from '@/lib/context';
import { seatColumns } from '@/lib/events/queries';
import { processWide } from '@/lib/process-wide';
import { focusOf } from './focus';
import { Seating } from './seating';

export type { Seating };

/** Seats over all halls in memory: a few stadiums, or some hundreds of theatres. */
const seatsKeptMax = 500_000;

type Kept = { reading: Promise<Seating | null>; seats: number };

/**
 * The rows of an event's hall, read once a map and kept by the process; null when the tenant has no
 * such event. Prices and names are as they were then.
 * @param mapVersion that the hall must have at least; without it, the one at hand will do.
 */
export async function seatingOf(
  ctx: Context,
  eventId: string,
  mapVersion = 0,
): Promise<Seating | null> {
  const halls = processWide<Map<string, Kept>>('seating', () => new Map());
  const key = `${ctx.tenantId} ${eventId}`;
  const kept = keptOf(halls, key, ctx, eventId);
  const seating = await kept.reading;
  if (!seating || seating.mapVersion >= mapVersion) return seating;
  // Of all who find out at the same time, the first has it read anew.
  if (halls.get(key) === kept) halls.delete(key);
  return keptOf(halls, key, ctx, eventId).reading;
}

/** The hall at hand, or on its way. The one used last is the last to go. */
function keptOf(halls: Map<string, Kept>, key: string, ctx: Context, eventId: string): Kept {
  const kept = halls.get(key) ?? { reading: read(ctx, eventId), seats: 0 };
  const isNew = !halls.delete(key);
  halls.set(key, kept);
  if (!isNew) return kept;
  const forget = () => {
    if (halls.get(key) === kept) halls.delete(key);
  };
  kept.reading.then((seating) => {
    if (!seating) return forget();
    kept.seats = seating.size;
    forgetOldest(halls);
  }, forget);
  return kept;
}

function forgetOldest(halls: Map<string, Kept>): void {
  let seats = 0;
  for (const kept of halls.values()) seats += kept.seats;
  for (const [key, kept] of halls) {
    if (seats <= seatsKeptMax || halls.size === 1) return;
    seats -= kept.seats;
    halls.delete(key);
  }
}

type Columns = {
  ids: number[];
  zones: number[];
  rows: string[];
  labels: string[];
  x: number[];
  y: number[];
  flags: number[];
  prices: (number | null)[];
};

function read(ctx: Context, eventId: string): Promise<Seating | null> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    // One statement, so that all of it is of one moment.
    const [hall] = await db.execute<
      Columns & {
        mapVersion: number;
        plan: VenuePlan;
        zoneRows: { id: number; name: string; priceMinor: number }[];
      }
    >(sql`
      SELECT e.map_version AS "mapVersion", v.plan, s.*, z.*
      FROM events e
      JOIN venues v ON v.tenant_id = e.tenant_id AND v.id = e.venue_id
      CROSS JOIN LATERAL (
        SELECT ${seatColumns}, coalesce(array_agg(price_minor ORDER BY id), '{}') AS prices
        FROM seats WHERE tenant_id = ${tenantId} AND event_id = ${eventId}) AS s
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object(
          'id', id, 'name', name, 'priceMinor', price_minor)), '[]') AS "zoneRows"
        FROM zones WHERE tenant_id = ${tenantId} AND event_id = ${eventId}) AS z
      WHERE e.tenant_id = ${tenantId} AND e.id = ${eventId}`);
    if (!hall) return null;
    const shared = sharer();
    const columns = {
      ids: Int32Array.from(hall.ids),
      zones: Int32Array.from(hall.zones),
      rows: hall.rows.map(shared),
      labels: hall.labels.map(shared),
      x: Float32Array.from(hall.x),
      y: Float32Array.from(hall.y),
      flags: Uint8Array.from(hall.flags),
    };
    return new Seating(hall.mapVersion, columns, hall.prices, hall.zoneRows, focusOf(hall.plan));
  });
}

/** A hundred thousand seats have a few dozen names among them. */
function sharer(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}
