import { seatFlag } from '@/lib/events/schema';
import type { BestWish, SeatedHall } from './best';

/**
 * How many people could be seated with a wish's conditions, not necessarily near each other. Where
 * places for wheelchairs are what is lacking, how many of those.
 */
export function countSeats(
  { columns, prices }: SeatedHall,
  isFree: (seat: number) => boolean,
  { accessible, zoneIds, maxPrice }: BestWish,
): number {
  let [wheelchairs, companions, seats] = [0, 0, 0];
  for (let seat = 0; seat < columns.ids.length; seat++) {
    if (maxPrice !== null && (prices[seat] as number) > maxPrice) continue;
    if (zoneIds && !zoneIds.has(columns.zones[seat] as number)) continue;
    if (!isFree(seat)) continue;
    const flags = columns.flags[seat] as number;
    if (flags & seatFlag.accessible) wheelchairs += 1;
    else if (flags & seatFlag.companion) companions += 1;
    else seats += 1;
  }
  if (accessible === 0) return seats;
  return wheelchairs < accessible ? wheelchairs : accessible + companions + seats;
}
