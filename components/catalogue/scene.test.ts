import { describe, expect, it } from 'vitest';
import { sceneOf } from './scene';

describe('a poster', () => {
  it('is always the same for the same production', () => {
    expect(sceneOf('teatro-aurora/La luz prestada')).toEqual(
      sceneOf('teatro-aurora/La luz prestada'),
    );
  });

  it('draws on every motif, evenly enough', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 400; n += 1) {
      const { motif, light, count } = sceneOf(`función ${n}`);
      counts.set(motif, (counts.get(motif) ?? 0) + 1);
      expect(light).toBeGreaterThanOrEqual(0);
      expect(light).toBeLessThanOrEqual(1);
      expect([5, 6, 7]).toContain(count);
    }
    expect([...counts.values()].every((times) => times > 60)).toBe(true);
    expect(counts.size).toBe(4);
  });
});
