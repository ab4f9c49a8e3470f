import { describe, expect, it } from 'vitest';
import { inSight } from './in-sight';
import type { View } from './viewport';

const window = { width: 390, height: 574 };
const onScreen = (view: View, y: number) => y * view.scale + view.y;

describe('a seat that the keyboard comes to', () => {
  it('never lies under what is told over the hall', () => {
    const near = { scale: 30, x: 0, y: 0 };
    expect(onScreen(inSight(near, [6, 5], window, 200), 5)).toBeGreaterThan(200);
    expect(inSight(near, [6, 5], window, 0)).toEqual(near);
  });

  it('comes to the middle of what is in sight where it was too small to be seen', () => {
    const far = { scale: 4, x: 0, y: 0 };
    expect(onScreen(inSight(far, [6, 5], window, 200), 5)).toBeCloseTo((200 + 574) / 2);
  });
});
