import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { type PlateBox, placePlate } from './plate-place';
import { block } from './test-halls';
import { zoneMarks } from './zone-marks';

const chart = buildChart(block(3, 20));
const zone = { id: 1, name: 'Platea' } as Parameters<typeof zoneMarks>[2][number];
const [mark] = zoneMarks(chart, { bounds: [0, 0, 0, 0], shapes: [] }, [zone]);
const wide: PlateBox = [-5, -5, 25, 8];

function placed(options: { bounds?: PlateBox; taken?: PlateBox[]; height?: number } = {}) {
  const { bounds = wide, taken = [], height = 1 } = options;
  const sizes = [
    { width: 8, height },
    { width: 3, height },
  ];
  return placePlate(chart, mark!, sizes, taken, bounds);
}

describe('the plate of a zone', () => {
  it('stands before its first row, with all it has to say', () => {
    const place = placed();
    expect(place?.size).toBe(0);
    expect(place?.box[3]).toBeLessThan(-0.38);
  });

  it('stands behind the last row where there is no room before the first', () => {
    const place = placed({ bounds: [-5, -0.5, 25, 8] });
    expect(place?.box[1]).toBeGreaterThan(2.38);
  });

  it('keeps clear of names already written', () => {
    const place = placed({ taken: [[0, -3, 20, -0.4]] });
    expect(place?.box[1]).toBeGreaterThan(2.38);
  });

  it('says less rather than hide more seats, where it must hide some', () => {
    const place = placed({ bounds: [-5, -0.6, 25, 2.6] });
    expect(place?.size).toBe(1);
  });

  it('is left out where other names take all the room', () => {
    expect(placed({ taken: [wide] })).toBeNull();
  });
});
