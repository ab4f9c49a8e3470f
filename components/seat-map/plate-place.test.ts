import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { type PlateBox, placePlate } from './plate-place';
import { block, geometryOf } from './test-halls';
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
    const place = placed({ bounds: [-5, 2.5, 25, 8] });
    expect(place?.box[1]).toBeGreaterThan(2.38);
  });

  it('keeps clear of names already written', () => {
    const place = placed({ taken: [[0, -3, 20, -0.4]] });
    expect(place?.box[1]).toBeGreaterThan(2.38);
  });

  it('gives way to the side of a seat that it would hide', () => {
    const beside = { row: '1', label: '21', x: 13, y: -0.9, zone: 2 };
    const row = Array.from({ length: 20 }, (_, x) => ({ row: '1', label: `${x + 1}`, x, y: 0 }));
    const hall = buildChart(geometryOf([...row, beside]));
    const [name] = zoneMarks(hall, { bounds: [0, 0, 0, 0], shapes: [] }, [zone]);
    const place = placePlate(hall, name!, [{ width: 8, height: 1 }], [], wide);
    expect(place?.box[2]).toBeLessThan(13);
    expect(place?.box[3]).toBeLessThan(0);
  });

  it('says less rather than hide more seats, where it must hide some', () => {
    const place = placed({ bounds: [-5, 2.4, 25, -0.4] });
    expect(place?.size).toBe(1);
  });

  it('is left out where other names take all the room', () => {
    expect(placed({ taken: [wide] })).toBeNull();
  });
});
