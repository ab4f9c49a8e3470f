import type { EventCard } from '@/lib/events/queries';

/** One thing to see and all the dates on which to see it. */
export type Production = {
  key: string;
  name: string;
  tenant: string;
  tenantName: string;
  venueName: string;
  venueCity: string;
  /** Soonest first; never empty. */
  dates: [EventCard, ...EventCard[]];
};

/**
 * Performances of the same name in the same venue of the same organizer are one production.
 * Keeps the order of the list: a production stands where its first date does.
 */
export function groupProductions(cards: EventCard[]): Production[] {
  const productions = new Map<string, Production>();
  for (const card of cards) {
    const key = JSON.stringify([card.tenant, card.name, card.venueName]);
    const known = productions.get(key);
    if (known) {
      known.dates.push(card);
      continue;
    }
    const { name, tenant, tenantName, venueName, venueCity } = card;
    productions.set(key, { key, name, tenant, tenantName, venueName, venueCity, dates: [card] });
  }
  return [...productions.values()];
}

/** What a date is to a buyer. */
export type Showing = 'onSale' | 'soon' | 'soldOut' | 'ended';

export function showingOf({ sale, soldOut }: Pick<EventCard, 'sale' | 'soldOut'>): Showing {
  if (sale === 'ended') return 'ended';
  if (soldOut) return 'soldOut';
  return sale === 'soon' ? 'soon' : 'onSale';
}
