import type { Hall, HallSeat } from './hall';
import { parties, standingParties } from './parties';
import { shuffled } from './random';

/** People who choose together: neighbouring seats of one zone, or places in a general one. */
export type Party = {
  /** Index of the zone in the hall. */
  zone: number;
  /** Indexes of its seats in the zone; empty for standing places. */
  seats: number[];
  units: number;
};

export type Turnout = {
  /** Of the seats, and of the standing places, that are sold: 0 to 1. */
  soldShare: number;
  standingSoldShare: number;
  /** Carts that are open at the moment of seeding. */
  cartsOpen: number;
};

export type Attendance = { sold: Party[]; held: Party[]; gone: Party[] };

/** Of ten carts that buy, about this many others let their time run out or changed their mind. */
const goneShare = 0.2;

function seated(
  seatsOf: HallSeat[][],
  shareOf: (zone: number) => number,
  random: () => number,
  phase: number,
): Party[] {
  return seatsOf.flatMap((seats, zone) =>
    parties(seats, shareOf(zone), random, phase).map((group) => ({
      zone,
      seats: group,
      units: group.length,
    })),
  );
}

function takenOut(seatsOf: HallSeat[][], taken: Party[]): HallSeat[][] {
  const gone = taken.flatMap(({ zone, seats }) => seats.map((i) => seatsOf[zone]![i]!));
  const set = new Set(gone);
  return seatsOf.map((seats) =>
    seats.map((seat) => (set.has(seat) ? { ...seat, blocked: true } : seat)),
  );
}

/** Who has bought, who is choosing and who has left again, in the order of no zone. */
export function attendance(hall: Hall, turnout: Turnout, random: () => number): Attendance {
  const seatsOf = hall.zones.map(({ seats }) => seats);
  const general = hall.zones.flatMap((zone, i) => (zone.kind === 'general' ? [{ zone, i }] : []));
  const standingSold = general.flatMap(({ zone, i }) =>
    standingParties(Math.round(zone.capacity * turnout.standingSoldShare), random).map(
      (units): Party => ({ zone: i, seats: [], units }),
    ),
  );
  const soldShare = (zone: number) =>
    Math.min(turnout.soldShare * (hall.zones[zone]!.demand ?? 1), 1);
  const seatedSold = seated(seatsOf, soldShare, random, 1);
  const free = takenOut(seatsOf, seatedSold);
  const looking = shuffled(
    random,
    seated(free, () => 0.25, random, 2),
  );
  const standingHeld = general.flatMap(({ zone, i }): Party[] => {
    const room = zone.capacity * (1 - turnout.standingSoldShare);
    return room >= 8
      ? [
          { zone: i, seats: [], units: 2 },
          { zone: i, seats: [], units: 4 },
        ]
      : [];
  });
  const sold = shuffled(random, [...seatedSold, ...standingSold]);
  const { cartsOpen } = turnout;
  return {
    sold,
    held: cartsOpen > 0 ? [...looking.slice(0, cartsOpen), ...standingHeld] : [],
    gone: looking.slice(cartsOpen, cartsOpen + Math.round(sold.length * goneShare)),
  };
}
