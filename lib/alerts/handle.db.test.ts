import { beforeEach, describe, expect, it } from 'vitest';
import { createHall } from '@/db/testing/hall';
import { locksBehind } from './behind';
import { coolSource, liftCoolDown, releaseSource } from './cool-downs';
import { forgetOldAlerts } from './forget';
import { acknowledgeAlert, raiseTest, resolveAlert } from './handle';
import { alertById, alertNews, alertPage } from './queries';
import { letTimePass, newAddress, newSession } from './testing/locks';
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

describe('an alert', () => {
  it('goes from open to acknowledged to resolved, by whom and when, each once in the log', async () => {
    expect(await acknowledgeAlert(stage.ctx, alertId)).toMatchObject({
      status: 'acknowledged',
      acknowledged: { by: 'Vera Montes' },
    });
    await acknowledgeAlert(stage.ctx, alertId);
    const resolved = await resolveAlert(stage.ctx, alertId);
    expect(resolved).toMatchObject({ status: 'resolved', endedAt: null });
    await acknowledgeAlert(stage.ctx, alertId);
    expect(await alertById(stage.ctx, alertId)).toMatchObject({ status: 'resolved' });
    expect(await stage.log()).toEqual([
      ['alert.acknowledged', 'Vera Montes', null],
      ['alert.resolved', 'Vera Montes', null],
    ]);
  });

  it('that is resolved while it lasts is not raised again by the same burst', async () => {
    await resolveAlert(stage.ctx, alertId);
    await stage.lock({ count: 5, sessionKey });
    expect(await stage.look()).toBe(0);
    expect(await alertNews(stage.ctx)).toEqual({ open: 0, newest: null });
  });

  it('of another house is not found, and nothing of it can be had', async () => {
    const other = await createHall(stage.base.admin);
    const stranger = { ...stage.ctx, tenantId: other.tenantId };
    const deeds = [
      () => acknowledgeAlert(stranger, alertId),
      () => resolveAlert(stranger, alertId),
      () => coolSource(stranger, { alertId, minutes: 15, release: true, reason }),
      () => releaseSource(stranger, { alertId, reason }),
      () => liftCoolDown(stranger, alertId),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'not_found' });
    expect(await locksBehind(stranger, alertId)).toMatchObject({ locks: [], total: 0 });
    expect(await alertPage(stranger, { status: null, page: 1 })).toMatchObject({ total: 0 });
  });

  it('shows the locks behind it, and never the key of a session', async () => {
    await stage.lock({ count: 5, secondsAgo: 900, sessionKey });
    await stage.lock({ count: 7 });
    const behind = await locksBehind(stage.ctx, alertId);
    expect(behind).toMatchObject({ total: 60, live: 60 });
    const said = JSON.stringify([behind, await alertById(stage.ctx, alertId)]);
    expect(said).not.toContain(sessionKey);
    expect(said).toMatch(/"session":"[0-9A-Z]{6}"/);
  });

  it('speaks of no lock that its source made after it had ended', async () => {
    await letTimePass(stage.base.admin, stage.hall, 600);
    await stage.base.admin`UPDATE alerts SET ended_at = now() - interval '5 minutes'
      WHERE id = ${alertId}`;
    await stage.lock({ count: 3, secondsAgo: 360, sessionKey });
    await stage.lock({ count: 5, sessionKey });
    expect(await locksBehind(stage.ctx, alertId)).toMatchObject({ total: 63 });
  });

  it('is kept for 400 days, and as long as nobody has resolved it', async () => {
    const old = (seconds: number) => stage.base.admin`UPDATE alerts SET
      raised_at = now() - ${seconds} * interval '1 day', ended_at = now() - ${seconds} * interval '1 day'
      WHERE id = ${alertId}`;
    await old(401);
    await forgetOldAlerts(stage.base.db);
    expect(await alertById(stage.ctx, alertId)).not.toBeNull();
    await resolveAlert(stage.ctx, alertId);
    await old(399);
    await forgetOldAlerts(stage.base.db);
    expect(await alertById(stage.ctx, alertId)).not.toBeNull();
    await old(401);
    await forgetOldAlerts(stage.base.db);
    expect(await alertById(stage.ctx, alertId)).toBeNull();
  });
});

describe('a test', () => {
  it('is an alert as any other, mails who asked, and ends and is resolved by itself', async () => {
    const { alertId: test } = await raiseTest(stage.ctx);
    expect(await alertNews(stage.ctx)).toMatchObject({
      open: 2,
      newest: { id: test, kind: 'test' },
    });
    const mails = await stage.base.admin`SELECT data FROM outbox
      WHERE tenant_id = ${stage.hall.tenantId} AND data->>'alertId' = ${test}`;
    expect(mails).toEqual([
      { data: { tenantId: stage.hall.tenantId, alertId: test, userId: stage.ctx.actor.userId } },
    ]);
    await stage.base
      .admin`UPDATE alerts SET seen_at = now() - interval '3 minutes' WHERE id = ${test}`;
    await stage.look();
    expect(await alertById(stage.ctx, test)).toMatchObject({
      status: 'resolved',
      resolved: { by: 'Butaca' },
      endedAt: expect.any(String),
    });
  });

  it('cannot be used to send mail after mail', async () => {
    for (let n = 0; n < 10; n++) await raiseTest(stage.ctx);
    await expect(raiseTest(stage.ctx)).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('that is asked for forty times at once is raised ten times', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 40 }, () => raiseTest(stage.ctx)));
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array(30).fill('rate_limited'));
    const mails = await stage.base.admin`SELECT FROM outbox
      WHERE tenant_id = ${stage.hall.tenantId} AND data->>'userId' = ${stage.ctx.actor.userId}`;
    expect(mails).toHaveLength(10);
  });
});

it('the network of an alert is named in short', async () => {
  const addressHash = newAddress();
  for (let n = 0; n < 13; n++) await stage.lock({ count: 10, addressHash });
  await stage.look();
  const { alerts } = await alertPage(stage.ctx, { status: 'open', page: 1 });
  const ofNetwork = alerts.find(({ kind }) => kind === 'address_units');
  expect(ofNetwork?.source).toMatch(/^[0-9A-Z]{6}$/);
  expect(JSON.stringify(alerts)).not.toContain(addressHash);
});
