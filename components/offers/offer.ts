import type { Loss, LossNews } from '@/components/cart/notice';
import type { Place } from '@/components/cart/place';

/** Other seats in place of those that were clicked, by id; each choice is taken as a whole. */
export type Offer = {
  choices: number[][];
  /** Seats of the buyer that are given up for a choice, once it is held. */
  instead: number[];
} & (
  | { kind: 'lost'; losses: Loss[] }
  /** `chosen` would leave `lonely` alone. */
  | { kind: 'orphan'; chosen: number[]; lonely: number[] }
);

const seatIdsOf = (places: readonly Place[]) =>
  places.map((place) => place.seatId).filter((id) => id !== null);

/** Whether an offer tells of a loss: then no passing notice needs to. */
export function isOffered({ place, reason }: Loss, news: LossNews): boolean {
  if (place.seatId === null || reason === 'capacity') return false;
  return (reason === 'orphan' ? news.orphaned : news.alternatives).length > 0;
}

/** What an answer offers for the seats that it refused; null where it offers nothing. */
export function offerOf(news: LossNews): Offer | null {
  const losses = news.losses.filter((loss) => isOffered(loss, news));
  const gone = losses.filter(({ reason }) => reason !== 'orphan');
  if (gone.length > 0) {
    return {
      kind: 'lost',
      losses: gone,
      choices: news.alternatives.map(({ blocks }) =>
        blocks.flatMap(({ seats }) => seats.map((seat) => seat.seatId)),
      ),
      instead: seatIdsOf(news.held.map(({ place }) => place)),
    };
  }
  const [orphaned] = news.orphaned;
  if (losses.length === 0 || !orphaned) return null;
  const inRow = losses.filter(
    ({ place }) => place.zoneId === orphaned.zoneId && place.row === orphaned.row,
  );
  return {
    kind: 'orphan',
    chosen: seatIdsOf((inRow.length > 0 ? inRow : losses).map(({ place }) => place)),
    lonely: orphaned.seats.map((seat) => seat.seatId),
    choices: orphaned.moves.map(({ seats }) => seats.map((seat) => seat.seatId)),
    instead: [],
  };
}

/** The choices that can still be had. @param isOpen whether a seat is free, or the buyer's own */
export function openChoices({ choices }: Offer, isOpen: (seatId: number) => boolean): number[][] {
  return choices.filter((choice) => choice.every(isOpen));
}
