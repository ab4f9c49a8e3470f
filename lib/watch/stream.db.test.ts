import { describe, expect, it, vi } from 'vitest';
import { seat, WatchStage, within } from './testing/stage';

const stage = new WatchStage();

describe('the stream', () => {
  it('spares a slow reader what it cannot take, and makes it good with a snapshot', async () => {
    const { hall, watcher } = await stage.house();
    watcher.behindBytes = 300 * 1024;
    const quick = await stage.watch(hall.tenantId);
    await stage.lock(hall, [seat(hall, 0)]);
    await expect.poll(() => quick.rows.size, within).toBe(1);
    expect(watcher.events).toEqual(['snapshot']);
    watcher.behindBytes = 0;
    await stage.lock(hall, [seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    expect(watcher.events).toEqual(['snapshot', 'snapshot']);
  });

  it('ends within half a minute for who may look no longer, and for nobody else', async () => {
    const { hall } = await stage.house();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let may = true;
      const removed = await stage.watch(hall.tenantId, stage.hub, async () => may);
      const stays = await stage.watch(hall.tenantId);
      vi.advanceTimersByTime(30_000);
      await expect.poll(() => removed.ended, { timeout: 300 }).toBe(false);
      may = false;
      vi.advanceTimersByTime(30_000);
      await expect.poll(() => removed.ended, within).toBe(true);
      expect(stays.ended).toBe(false);
    } finally {
      stage.leave();
      vi.useRealTimers();
    }
  });
});
