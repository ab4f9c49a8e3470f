import { beforeEach, describe, expect, it } from 'vitest';
import { createHall } from '@/db/testing/hall';
import { releaseAsStaff } from '@/lib/locks/service';
import { locksBehind } from './behind';
import { coolSource, liftCoolDown, releaseSource } from './cool-downs';
import { raiseTest } from './handle';
import { alertNews } from './queries';
import { alertStanding } from './standing';
import { newAddress, newSession } from './testing/locks';
import { AlertStage } from './testing/stage';

const stage = new AlertStage();
const reason = 'Parece un programa';
let sessionKey: string;
let alertId: string;

beforeEach(async () => {
  sessionKey = newSession();
  await stage.lock({ count: 60, sessionKey });
  await stage.look();
  alertId = (await alertNews(stage.ctx)).newest!.id;
});

const standing = async () => (await alertStanding(stage.ctx, alertId))!;
const deeds = async () =>
  (await standing()).deeds.map(({ kind, by, locks, reason }) => [kind, by, locks, reason]);

describe('how the source of an alert stands', () => {
  it('is what it holds at this moment, and not what it locked in the window', async () => {
    await stage.lock({ count: 1, quantity: 3, sessionKey, secondsAgo: 600 });
    await stage.lock({ count: 5, sessionKey, status: 'released' });
    await stage.lock({ count: 2, sessionKey: newSession(), addressHash: newAddress() });
    expect(await standing()).toEqual({ held: 63, pause: null, deeds: [] });
    await releaseSource(stage.ctx, { alertId, reason });
    expect((await standing()).held).toBe(0);
  });

  it('is paused until a pause of it ends or is lifted, whichever alert that came from', async () => {
    const { coolDownId } = await coolSource(stage.ctx, {
      alertId,
      minutes: 60,
      release: false,
      reason,
    });
    const { pause } = await standing();
    expect(pause?.id).toBe(coolDownId);
    expect(Date.parse(pause!.until)).toBeGreaterThan(Date.now() + 55 * 60_000);
    await liftCoolDown(stage.ctx, coolDownId);
    expect((await standing()).pause).toBeNull();
  });

  it('tells what staff did about it, by whom and why, in order', async () => {
    const { coolDownId } = await coolSource(stage.ctx, {
      alertId,
      minutes: 15,
      release: true,
      reason,
    });
    await liftCoolDown(stage.ctx, coolDownId);
    expect(await deeds()).toEqual([
      ['paused', 'Vera Montes', null, reason],
      ['released', 'Vera Montes', 60, reason],
      ['resumed', 'Vera Montes', null, null],
    ]);
  });

  it('counts of a release only what was the source’s own, and leaves out those of others', async () => {
    await stage.lock({ count: 2, sessionKey: newSession() });
    const rows = await stage.base.admin<{ id: string }[]>`
      SELECT id FROM cart_item_locks WHERE tenant_id = ${stage.hall.tenantId}
      ORDER BY session_key <> ${sessionKey}, id`;
    const ids = rows.map(({ id }) => id);
    const [own, others] = [ids.slice(0, 3), ids.slice(-2)];
    const [first, second] = others as [string, string];
    await releaseAsStaff(stage.ctx, { lockIds: [first], reason });
    await releaseAsStaff(stage.ctx, { lockIds: [...own, second], reason });
    expect(await deeds()).toEqual([['released', 'Vera Montes', 3, reason]]);
  });

  it('is not told of a test, nor to another house', async () => {
    expect(await alertStanding(stage.ctx, (await raiseTest(stage.ctx)).alertId)).toBeNull();
    const other = await createHall(stage.base.admin);
    expect(await alertStanding({ ...stage.ctx, tenantId: other.tenantId }, alertId)).toBeNull();
  });
});

describe('a lock behind an alert', () => {
  it('that ended says why, in the words of every other list', async () => {
    await stage.lock({ count: 1, sessionKey, status: 'released' });
    await stage.lock({ count: 1, sessionKey, status: 'converted' });
    await releaseSource(stage.ctx, { alertId, reason });
    const { locks } = await locksBehind(stage.ctx, alertId);
    const states = locks.map(({ state }) => state);
    expect(states.filter((state) => state === 'admin')).toHaveLength(60);
    expect(states.filter((state) => state !== 'admin').sort()).toEqual(['buyer', 'sale']);
  });
});
