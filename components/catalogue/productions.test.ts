import { describe, expect, it } from 'vitest';
import type { EventCard } from '@/lib/events/queries';
import { groupProductions, showingOf } from './productions';

const card = (id: string, over: Partial<EventCard> = {}): EventCard => ({
  id,
  slug: id,
  tenant: 'teatro-aurora',
  tenantName: 'Teatro Aurora',
  name: 'La luz prestada',
  startsAt: '2026-03-14T19:30:00.000Z',
  onSale: true,
  currency: 'EUR',
  venueName: 'Sala Grande',
  venueCity: 'Madrid',
  timeZone: 'Europe/Madrid',
  saleStartsAt: '2026-01-01T09:00:00.000Z',
  saleEndsAt: '2026-03-14T19:00:00.000Z',
  fromPrice: { amount: 2800, currency: 'EUR' },
  sale: 'open',
  soldOut: false,
  ...over,
});

describe('what is on', () => {
  it('shows a production once, with its dates in order', () => {
    const [first, second] = groupProductions([
      card('viernes'),
      card('concierto', { name: 'Marea alta' }),
      card('sabado'),
    ]);
    expect(first?.dates.map((date) => date.id)).toEqual(['viernes', 'sabado']);
    expect(second?.name).toBe('Marea alta');
  });

  it('keeps apart what only shares a name', () => {
    const apart = [
      card('a'),
      card('b', { tenant: 'otra' }),
      card('c', { venueName: 'Sala Chica' }),
    ];
    expect(groupProductions(apart)).toHaveLength(3);
  });
});

describe('a date', () => {
  it.each([
    [{ sale: 'open', soldOut: false }, 'onSale'],
    [{ sale: 'soon', soldOut: false }, 'soon'],
    [{ sale: 'open', soldOut: true }, 'soldOut'],
    [{ sale: 'ended', soldOut: true }, 'ended'],
  ] as const)('%j is %s', (event, showing) => {
    expect(showingOf(event)).toBe(showing);
  });
});
