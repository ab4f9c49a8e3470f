import { afterEach, describe, expect, it, vi } from 'vitest';
import { drainOutbox, pumpOutbox } from '@/lib/outbox/service';
import type { Step } from './handler';
import { fulfilOrder } from './handlers/fulfil-order';
import { type Runner, startRunner } from './runner';
import { storedSteps } from './steps';
import { JobStage } from './testing/stage';

const stage = new JobStage();
const patience = { timeout: 15_000, interval: 50 };

describe('a stored step', () => {
  it('keeps its first result and does its work once', async () => {
    const eventId = await stage.put();
    const work = vi.fn(async () => ({ n: 1 }));
    const afterRestart = () => storedSteps(stage.ctx, eventId).run('count', work);
    expect(await afterRestart()).toEqual({ n: 1 });
    expect(await afterRestart()).toEqual({ n: 1 });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('finished by two at once gives both the same result', async () => {
    const eventId = await stage.put();
    const second = () =>
      storedSteps(stage.ctx, eventId).run('count', async () => ({ by: 'second' }));
    const first = await storedSteps(stage.ctx, eventId).run('count', async () => {
      await second();
      return { by: 'first' };
    });
    expect(first).toEqual({ by: 'second' });
  });

  it('keeps nothing of work that failed, and tells null from nothing', async () => {
    const step = storedSteps(stage.ctx, await stage.put());
    const work = vi.fn(async () => null).mockRejectedValueOnce(new Error('no'));
    await expect(step.run('try', work)).rejects.toThrow('no');
    expect(await step.run('try', work)).toBeNull();
    expect(await step.run('try', work)).toBeNull();
    expect(work).toHaveBeenCalledTimes(2);
  });
});

describe('the embedded runner', () => {
  const runners: Runner[] = [];
  const start = (cleanupMinutes = 60) => runners.push(startRunner(stage.deps, cleanupMinutes));
  afterEach(() => Promise.all(runners.splice(0).map((runner) => runner.stop())));

  it('takes up what a dead process left in the middle, and repeats no finished step', async () => {
    const id = await stage.put();
    void drainOutbox(stage.base.db, async (event) => {
      const { run } = storedSteps(stage.ctx, event.id);
      const dies: Step = {
        run: (step, work) => (step === 'mark-confirmed' ? new Promise(() => {}) : run(step, work)),
      };
      await fulfilOrder({ event, step: dies, deps: stage.deps });
    });
    await vi.waitFor(async () => {
      const steps = await stage.base.admin`SELECT step FROM job_steps WHERE event_id = ${id}`;
      expect(steps).toHaveLength(2);
    }, patience);
    await stage.retryNow();
    start();
    await vi.waitFor(async () => expect(await stage.confirmedAt()).toBeInstanceOf(Date), patience);
    expect(stage.sent).toHaveLength(1);
  });

  it('cleans up at once and then at its interval, of seconds if need be, whatever fails', async () => {
    const cleanup = vi.mocked(stage.deps.cleanupExpiredLocks);
    cleanup.mockRejectedValueOnce(new Error('no database'));
    start(1 / 60);
    await vi.waitFor(() => expect(cleanup.mock.calls.length).toBeGreaterThan(2), patience);
  });

  it('forgets old keys at once, and when the database does not answer goes on with the rest', async () => {
    const { cleanupExpiredLocks, forgetOldKeys } = stage.deps;
    vi.mocked(forgetOldKeys).mockRejectedValue(new Error('no database'));
    start(1 / 60);
    await vi.waitFor(() => expect(forgetOldKeys).toHaveBeenCalledWith(stage.base.db), patience);
    await vi.waitFor(
      () => expect(vi.mocked(cleanupExpiredLocks).mock.calls.length).toBeGreaterThan(1),
      patience,
    );
  });

  it('counts the hours that are over and keeps the history, at once, and one failing not without the other', async () => {
    const { countClosedHours, moveOldLocks, forgetViewers } = stage.deps;
    vi.mocked(countClosedHours).mockRejectedValue(new Error('no database'));
    vi.mocked(moveOldLocks).mockRejectedValue(new Error('no database'));
    start();
    await vi.waitFor(() => expect(countClosedHours).toHaveBeenCalledWith(stage.base.db), patience);
    await vi.waitFor(() => expect(moveOldLocks).toHaveBeenCalledWith(stage.base.db), patience);
    await vi.waitFor(() => expect(forgetViewers).toHaveBeenCalledWith(stage.base.db), patience);
  });

  it('once stopped starts nothing more', async () => {
    start(1 / 60);
    const cleanup = vi.mocked(stage.deps.cleanupExpiredLocks);
    await vi.waitFor(() => expect(cleanup).toHaveBeenCalled(), patience);
    await runners.pop()!.stop();
    await stage.put();
    await pumpOutbox(stage.base.db);
    expect(stage.sent).toEqual([]);
  });
});
