import { describe, expect, it } from 'vitest';
import { patiently, seat, WatchStage, within } from './testing/stage';

const stage = new WatchStage();

describe('when the database is lost', () => {
  it('a lost line alone is made good: what was told meanwhile is read', async () => {
    const { hall, watcher } = await stage.house();
    const cut = await stage.base.admin`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query ILIKE 'listen%'`;
    expect(cut.length).toBeGreaterThan(0);
    await stage.lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, patiently).toBe(1);
    await stage.lock(hall, [seat(hall, 1)]);
    await expect.poll(() => watcher.rows.size, within).toBe(2);
    expect(watcher.events).not.toContain('away');
  });

  it('the staff is told that nothing is known, then how things stand', async () => {
    const { hall, watcher } = await stage.house();
    await stage.base.admin`ALTER TABLE zones RENAME TO elsewhere`;
    await expect.poll(() => watcher.events.at(-1), patiently).toBe('away');
    await expect(stage.watch(hall.tenantId)).rejects.toMatchObject({ code: 'unavailable' });
    await stage.base.admin`ALTER TABLE elsewhere RENAME TO zones`;
    await expect.poll(() => watcher.snapshots.length, patiently).toBe(2);
    await stage.lock(hall, [seat(hall, 0)]);
    await expect.poll(() => watcher.rows.size, within).toBe(1);
  });
});
