import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { insidePolygon } from './plan';
import { block, geometryOf } from './test-halls';
import { zoneAreas } from './zone-areas';

const section = { id: 1, outline: null };

/** A tier that bends around a stage: rows of seats on a half circle. */
function bend(rows: number, columns: number) {
  return geometryOf(
    Array.from({ length: rows * columns }, (_, i) => {
      const radius = 20 + Math.floor(i / columns);
      const angle = (Math.PI * (i % columns)) / (columns - 1);
      return {
        row: String(Math.floor(i / columns)),
        label: String(i % columns),
        x: radius * Math.cos(angle),
        y: radius * Math.sin(angle),
      };
    }),
  );
}

describe('the shape of a section from far away', () => {
  it('holds every one of its seats, and leaves out what it bends around', () => {
    const chart = buildChart(bend(6, 60));
    const [area] = zoneAreas(chart, [section]);
    expect(area!.outlines).toHaveLength(1);
    const [outline] = area!.outlines;
    chart.x.forEach((x, seat) => {
      expect(insidePolygon(outline!, x, chart.y[seat]!)).toBe(true);
    });
    expect(insidePolygon(outline!, 0, 10)).toBe(false);
    expect(outline!.length).toBeLessThan(60);
  });

  it('is in two parts where the section is on both sides of something', () => {
    const left = { zone: 1, row: '1', label: '1', x: 0, y: 0 };
    const seats = [0, 1, 30, 31].map((x, i) => ({ ...left, label: String(i), x }));
    const [area] = zoneAreas(buildChart(geometryOf(seats)), [section]);
    expect(area!.outlines).toHaveLength(2);
    expect(area!.outlines.some((outline) => insidePolygon(outline, 15, 0))).toBe(false);
  });

  it('is a band for a single row, and a square for a single seat', () => {
    for (const columns of [8, 1]) {
      const [area] = zoneAreas(buildChart(block(1, columns)), [section]);
      const [outline] = area!.outlines;
      expect(insidePolygon(outline!, columns - 1, 0)).toBe(true);
      expect(insidePolygon(outline!, 0, 0.4)).toBe(true);
      expect(insidePolygon(outline!, 0, 0.9)).toBe(false);
    }
  });
});
