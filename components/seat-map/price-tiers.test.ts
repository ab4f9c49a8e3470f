import { describe, expect, it } from 'vitest';
import type { MapZone } from './map-zone';
import { priceTiers } from './price-tiers';

const zone = (name: string, tier: number, amount: number): MapZone => ({
  id: 1,
  name,
  type: 'numbered',
  tier,
  floor: 0,
  price: { amount, currency: 'EUR' },
  outline: null,
  available: 1,
  locked: 0,
  sold: 0,
  capacity: 1,
});

describe('the legend of prices', () => {
  it('names zones of one hue and price together, dearest first', () => {
    const tiers = priceTiers([zone('101', 1, 4000), zone('Front', 0, 9000), zone('102', 1, 4000)]);
    expect(tiers.map(({ tier, names }) => [tier, names])).toEqual([
      [0, ['Front']],
      [1, ['101', '102']],
    ]);
  });

  it('keeps two prices of one hue apart', () => {
    expect(priceTiers([zone('A', 2, 4000), zone('B', 2, 5000)])).toHaveLength(2);
  });
});
