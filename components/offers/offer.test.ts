import { describe, expect, it } from 'vitest';
import type { LossNews } from '@/components/cart/notice';
import { aSeat } from '@/components/cart/testing';
import { isOffered, offerOf, openChoices } from './offer';

const loss = (seatId: number, reason: LossNews['losses'][number]['reason'] = 'locked') => ({
  place: aSeat(seatId),
  units: 1,
  reason,
  available: null,
});
const block = (...seatIds: number[]) => ({
  zoneId: 1,
  zoneName: 'Platea',
  row: '3',
  seats: seatIds.map((seatId) => ({ seatId, label: `${seatId}` })),
});
const news = (more: Partial<LossNews>): LossNews => ({
  kind: 'lost',
  losses: [],
  held: [],
  alternatives: [],
  orphaned: [],
  ...more,
});

describe('what is offered for a seat that was lost', () => {
  const lost = news({
    losses: [loss(14)],
    held: [{ place: aSeat(13), units: 1 }],
    alternatives: [
      { placement: 'together', blocks: [block(16, 17)] },
      { placement: 'split', blocks: [block(3), block(8)] },
    ],
  });

  it('is a place for the whole group, in exchange for what was got of it', () => {
    expect(offerOf(lost)).toMatchObject({
      kind: 'lost',
      choices: [
        [16, 17],
        [3, 8],
      ],
      instead: [13],
    });
  });

  it('is the next place, once somebody has part of the first', () => {
    expect(openChoices(offerOf(lost)!, (seatId) => seatId !== 17)).toEqual([[3, 8]]);
  });

  it('is nothing where the answer has nothing', () => {
    expect(offerOf(news({ losses: [loss(14)] }))).toBeNull();
    expect(isOffered(loss(14), news({ losses: [loss(14)] }))).toBe(false);
  });
});

describe('a choice that would leave a seat alone', () => {
  const refused = news({
    losses: [loss(13, 'orphan')],
    orphaned: [
      {
        zoneId: 1,
        row: '3',
        seats: [{ seatId: 14, label: '14' }],
        moves: [block(12), block(13, 14)],
      },
    ],
  });

  it('comes with the choices that would not', () => {
    expect(offerOf(refused)).toMatchObject({
      kind: 'orphan',
      chosen: [13],
      lonely: [14],
      choices: [[12], [13, 14]],
    });
  });

  it('is not told as a seat that somebody else has', () => {
    expect(isOffered(refused.losses[0]!, refused)).toBe(true);
    expect(isOffered(loss(20), refused)).toBe(false);
  });
});
