import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import type { Party } from './attendance';
import { insertRows } from './bulk';
import type { StagedEvent } from './claims';
import type { Hall } from './hall';
import type { Organizer, Performance } from './organizers';

/** Days from now, at least, to the demo's first Friday. */
export const firstDaysAhead = 12;

/** Local evenings and opening hours become moments in the database, which knows the zone's rules. */
async function writeEvent(
  tx: postgres.TransactionSql,
  { timeZone }: Organizer,
  { tenantId, venueId }: { tenantId: number; venueId: number },
  performance: Performance,
): Promise<{ eventId: string; saleStartsAt: Date }> {
  const eventId = uuidv7();
  const [row] = await tx<{ saleStartsAt: Date }[]>`
    WITH ahead AS (SELECT (now() AT TIME ZONE ${timeZone})::date + ${firstDaysAhead}::int AS day),
    evening AS (
      SELECT day + (12 - extract(isodow FROM day)::int) % 7 + ${performance.day}::int AS day FROM ahead
    ),
    times AS (
      SELECT (day + ${performance.time}::time) AT TIME ZONE ${timeZone} AS starts_at,
        (day - ${performance.saleOpensDaysBefore}::int + time '10:00') AT TIME ZONE ${timeZone} AS sale_starts_at
      FROM evening
    )
    INSERT INTO events (tenant_id, id, venue_id, slug, name, description, status, starts_at, sale_starts_at, sale_ends_at)
    SELECT ${tenantId}, ${eventId}, ${venueId}, ${performance.slug}, ${performance.name},
      ${tx.json(performance.description)}, 'published', starts_at, sale_starts_at, starts_at - interval '30 minutes'
    FROM times
    RETURNING sale_starts_at AS "saleStartsAt"`;
  return { eventId, saleStartsAt: row!.saleStartsAt };
}

/** Writes the event, its zones and its seats, those of `sold` as sold. Seat ids ascend by zone, row, seat. */
export async function stageEvent(
  tx: postgres.TransactionSql,
  organizer: Organizer,
  place: { tenantId: number; venueId: number },
  performance: Performance,
  hall: Hall,
  sold: Party[],
): Promise<StagedEvent> {
  const { tenantId } = place;
  const { eventId, saleStartsAt } = await writeEvent(tx, organizer, place, performance);
  const soldUnits = hall.zones.map(() => 0);
  const soldSeats = hall.zones.map(() => new Set<number>());
  for (const { zone, seats, units } of sold) {
    soldUnits[zone]! += units;
    for (const seat of seats) soldSeats[zone]!.add(seat);
  }
  await insertRows(
    tx,
    'zones',
    [
      'tenant_id',
      'event_id',
      'name',
      'kind',
      'capacity',
      'sold',
      'price_minor',
      'position',
      'tier',
      'floor',
      'outline',
    ],
    hall.zones.map((zone, i) => [
      tenantId,
      eventId,
      zone.name,
      zone.kind,
      zone.capacity,
      soldUnits[i]!,
      zone.priceMinor,
      i,
      zone.tier,
      zone.floor,
      zone.outline,
    ]),
  );
  const zoneIds = await idsOf(tx, 'zones', tenantId, eventId);
  await insertRows(
    tx,
    'seats',
    [
      'tenant_id',
      'event_id',
      'zone_id',
      'row',
      'label',
      'x',
      'y',
      'accessible',
      'companion',
      'restricted_view',
      'status',
    ],
    hall.zones.flatMap((zone, i) =>
      zone.seats.map((seat, j) => [
        tenantId,
        eventId,
        zoneIds[i]!,
        seat.row,
        seat.label,
        seat.x,
        seat.y,
        seat.accessible,
        seat.companion,
        seat.restricted,
        seat.blocked ? 'blocked' : soldSeats[i]!.has(j) ? 'sold' : 'available',
      ]),
    ),
  );
  const seatIds = await idsOf(tx, 'seats', tenantId, eventId);
  let taken = 0;
  const zones = hall.zones.map((zone, i) => {
    const first = taken;
    taken += zone.seats.length;
    return { id: zoneIds[i]!, priceMinor: zone.priceMinor, seatIds: seatIds.slice(first, taken) };
  });
  return { tenantId, eventId, currency: organizer.currency, zones, saleStartsAt };
}

/** The ids that the database gave, which ascend in the order of writing. */
async function idsOf(
  tx: postgres.TransactionSql,
  table: 'zones' | 'seats',
  tenantId: number,
  eventId: string,
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    SELECT id FROM ${tx(table)} WHERE tenant_id = ${tenantId} AND event_id = ${eventId} ORDER BY id`;
  return rows.map(({ id }) => id);
}
