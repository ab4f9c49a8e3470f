import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side';

it('seats are side by side in a row, not over an aisle or behind each other', () => {
  const columns = {
    zones: Int32Array.of(1, 1, 1, 1, 1, 2),
    rows: ['1', '1', '1', '1', '2', '1'],
    x: Float32Array.of(1, 2, 3, 5, 1, 4),
    y: Float32Array.of(0, 0.2, 0, 0, 1, 0),
  };
  const groups = sideBySide(
    columns,
    (id) => (id < 16 ? id - 10 : -1),
    [13, 12, 10, 11, 14, 15, 99],
  );
  expect(groups).toEqual([[10, 11, 12], [14], [15], [13]]);
});
