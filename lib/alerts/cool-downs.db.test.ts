import { beforeEach, describe, expect, it } from 'vitest';
import { locksBehind } from './behind';
import { coolSource, liftCoolDown, runningCoolDowns } from './cool-downs';
import { raiseTest } from './handle';
import { alertNews } from './queries';
import { newSession } from './testing/locks';
import { AlertStage } from './testing/stage';

const stage = new AlertStage();
const reason = 'Parece un programa';
let alertId: string;

beforeEach(async () => {
  await stage.lock({ count: 60, sessionKey: newSession() });
  await stage.look();
  alertId = (await alertNews(stage.ctx)).newest!.id;
});

describe('a pause', () => {
  it('names its source in short, ends when it is lifted, and both are in the log', async () => {
    const { coolDownId } = await coolSource(stage.ctx, {
      alertId,
      minutes: 60,
      release: false,
      reason,
    });
    const [running, ...others] = await runningCoolDowns(stage.ctx);
    expect(running).toMatchObject({ id: coolDownId, sourceKind: 'session', reason, alertId });
    expect(running?.source).toMatch(/^[0-9A-Z]{6}$/);
    expect(others).toEqual([]);
    await liftCoolDown(stage.ctx, coolDownId);
    await liftCoolDown(stage.ctx, coolDownId);
    expect(await runningCoolDowns(stage.ctx)).toEqual([]);
    expect(await stage.log()).toEqual([
      ['source.cooled', 'Vera Montes', reason],
      ['source.warmed', 'Vera Montes', null],
    ]);
  });

  it('that is set again replaces the one before', async () => {
    await coolSource(stage.ctx, { alertId, minutes: 1_440, release: false, reason });
    const { coolDownId } = await coolSource(stage.ctx, {
      alertId,
      minutes: 15,
      release: false,
      reason,
    });
    expect((await runningCoolDowns(stage.ctx)).map(({ id }) => id)).toEqual([coolDownId]);
  });

  it('gives back what the source holds where that is asked for', async () => {
    expect(
      await coolSource(stage.ctx, { alertId, minutes: 15, release: true, reason }),
    ).toMatchObject({
      released: 60,
    });
    expect(await locksBehind(stage.ctx, alertId)).toMatchObject({ total: 60, live: 0 });
  });

  it('is refused where an alert is of no one source', async () => {
    const { alertId: test } = await raiseTest(stage.ctx);
    await expect(
      coolSource(stage.ctx, { alertId: test, minutes: 15, release: false, reason }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
  });
});
