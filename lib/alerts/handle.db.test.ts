import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { locksBehind } from './behind';
import { coolSource, liftCoolDown, releaseSource, runningCoolDowns } from './cool-downs';
import { Evaluator } from './evaluate';
import { forgetOldAlerts } from './forget';
import { acknowledgeAlert, raiseTest, resolveAlert } from './handle';
import { alertById, alertNews, alertPage, rulesOf } from './queries';
import { changeRule } from './rules';
import { newAddress, newSession, writeLocks } from './testing/locks';

let base: TestDatabase;
let hall: Hall;
let ctx: StaffContext;
let sessionKey: string;
let alertId: string;

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  hall = await createHall(base.admin, { capacity: 2_000 });
  const actor = {
    kind: 'staff',
    userId: randomUUID(),
    name: 'Vera Montes',
    role: 'owner',
  } as const;
  ctx = { db: base.db, tenantId: hall.tenantId, actor };
  sessionKey = newSession();
  await writeLocks(base.admin, hall, { count: 60, sessionKey });
  await new Evaluator(base.db).evaluate(hall.tenantId);
  alertId = (await alertNews(ctx)).newest!.id;
});

const log = async () =>
  (
    await base.admin`SELECT action, user_name, reason FROM audit_log
      WHERE tenant_id = ${hall.tenantId} ORDER BY at`
  ).map(({ action, user_name, reason }) => [action, user_name, reason]);
const reason = 'Parece un programa';

describe('an alert', () => {
  it('goes from open to acknowledged to resolved, by whom and when, each once in the log', async () => {
    expect(await acknowledgeAlert(ctx, alertId)).toMatchObject({
      status: 'acknowledged',
      acknowledged: { by: 'Vera Montes' },
    });
    await acknowledgeAlert(ctx, alertId);
    const resolved = await resolveAlert(ctx, alertId);
    expect(resolved).toMatchObject({ status: 'resolved', endedAt: null });
    await acknowledgeAlert(ctx, alertId);
    expect(await alertById(ctx, alertId)).toMatchObject({ status: 'resolved' });
    expect(await log()).toEqual([
      ['alert.acknowledged', 'Vera Montes', null],
      ['alert.resolved', 'Vera Montes', null],
    ]);
  });

  it('that is resolved while it lasts is not raised again by the same burst', async () => {
    await resolveAlert(ctx, alertId);
    await writeLocks(base.admin, hall, { count: 5, sessionKey });
    expect(await new Evaluator(base.db).evaluate(hall.tenantId)).toBe(0);
    expect(await alertNews(ctx)).toEqual({ open: 0, newest: null });
  });

  it('of another house is not found, and nothing of it can be had', async () => {
    const other = await createHall(base.admin);
    const stranger = { ...ctx, tenantId: other.tenantId };
    for (const deed of [
      acknowledgeAlert(stranger, alertId),
      resolveAlert(stranger, alertId),
      coolSource(stranger, { alertId, minutes: 15, release: true, reason }),
      releaseSource(stranger, { alertId, reason }),
      liftCoolDown(stranger, alertId),
    ]) {
      await expect(deed).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await locksBehind(stranger, alertId)).toMatchObject({ locks: [], total: 0 });
    expect(await alertPage(stranger, { status: null, page: 1 })).toMatchObject({ total: 0 });
  });

  it('shows the locks behind it, and never the key of a session', async () => {
    await writeLocks(base.admin, hall, { count: 5, secondsAgo: 900, sessionKey });
    await writeLocks(base.admin, hall, { count: 7 });
    const behind = await locksBehind(ctx, alertId);
    expect(behind).toMatchObject({ total: 60, live: 60 });
    const said = JSON.stringify([behind, await alertById(ctx, alertId)]);
    expect(said).not.toContain(sessionKey);
    expect(said).toMatch(/"session":"[0-9A-Z]{6}"/);
  });

  it('is kept for 400 days, and as long as nobody has resolved it', async () => {
    const old = (seconds: number) => base.admin`UPDATE alerts SET
      raised_at = now() - ${seconds} * interval '1 day', ended_at = now() - ${seconds} * interval '1 day'
      WHERE id = ${alertId}`;
    await old(401);
    await forgetOldAlerts(base.db);
    expect(await alertById(ctx, alertId)).not.toBeNull();
    await resolveAlert(ctx, alertId);
    await old(399);
    await forgetOldAlerts(base.db);
    expect(await alertById(ctx, alertId)).not.toBeNull();
    await old(401);
    await forgetOldAlerts(base.db);
    expect(await alertById(ctx, alertId)).toBeNull();
  });
});

describe('a pause', () => {
  it('names its source in short, ends when it is lifted, and both are in the log', async () => {
    const { coolDownId } = await coolSource(ctx, { alertId, minutes: 60, release: false, reason });
    const [running, ...others] = await runningCoolDowns(ctx);
    expect(running).toMatchObject({ id: coolDownId, sourceKind: 'session', reason, alertId });
    expect(running?.source).toMatch(/^[0-9A-Z]{6}$/);
    expect(others).toEqual([]);
    await liftCoolDown(ctx, coolDownId);
    await liftCoolDown(ctx, coolDownId);
    expect(await runningCoolDowns(ctx)).toEqual([]);
    expect(await log()).toEqual([
      ['source.cooled', 'Vera Montes', reason],
      ['source.warmed', 'Vera Montes', null],
    ]);
  });

  it('that is set again replaces the one before', async () => {
    await coolSource(ctx, { alertId, minutes: 1_440, release: false, reason });
    const { coolDownId } = await coolSource(ctx, { alertId, minutes: 15, release: false, reason });
    expect((await runningCoolDowns(ctx)).map(({ id }) => id)).toEqual([coolDownId]);
  });

  it('gives back what the source holds where that is asked for', async () => {
    expect(await coolSource(ctx, { alertId, minutes: 15, release: true, reason })).toMatchObject({
      released: 60,
    });
    expect(await locksBehind(ctx, alertId)).toMatchObject({ total: 60, live: 0 });
  });

  it('is refused where an alert is of no one source', async () => {
    const { alertId: test } = await raiseTest(ctx);
    await expect(
      coolSource(ctx, { alertId: test, minutes: 15, release: false, reason }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

describe('a test', () => {
  it('is an alert as any other, mails who asked, and ends and is resolved by itself', async () => {
    const { alertId: test } = await raiseTest(ctx);
    expect(await alertNews(ctx)).toMatchObject({ open: 2, newest: { id: test, kind: 'test' } });
    const mails = await base.admin`SELECT data FROM outbox
      WHERE tenant_id = ${hall.tenantId} AND data->>'alertId' = ${test}`;
    expect(mails).toEqual([
      { data: { tenantId: hall.tenantId, alertId: test, userId: ctx.actor.userId } },
    ]);
    await base.admin`UPDATE alerts SET seen_at = now() - interval '3 minutes' WHERE id = ${test}`;
    await new Evaluator(base.db).evaluate(hall.tenantId);
    expect(await alertById(ctx, test)).toMatchObject({
      status: 'resolved',
      resolved: { by: 'Butaca' },
      endedAt: expect.any(String),
    });
  });

  it('cannot be used to send mail after mail', async () => {
    for (let n = 0; n < 10; n++) await raiseTest(ctx);
    await expect(raiseTest(ctx)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});

describe('a rule', () => {
  it('holds as it was changed; what is as from the start stays inherited', async () => {
    const [first] = await rulesOf(ctx);
    await changeRule(ctx, { ...first!, threshold: 80, mail: false });
    expect((await rulesOf(ctx))[0]).toEqual({ ...first, threshold: 80, mail: false });
    await changeRule(ctx, { ...first!, mail: false });
    const [kept] = await base.admin`SELECT threshold, window_seconds, mail FROM alert_rules
      WHERE tenant_id = ${hall.tenantId}`;
    expect(kept).toEqual({ threshold: null, window_seconds: null, mail: false });
    const changes = await base.admin`SELECT before, after FROM audit_log
      WHERE tenant_id = ${hall.tenantId} ORDER BY at`;
    expect(changes).toEqual([
      { before: { threshold: 40, mail: true }, after: { threshold: 80, mail: false } },
      { before: { threshold: 80 }, after: { threshold: 40 } },
    ]);
  });

  it('that nothing of was changed is not in the log', async () => {
    const [first] = await rulesOf(ctx);
    await changeRule(ctx, first!);
    expect(await log()).toEqual([]);
  });
});

it('the network of an alert is named in short', async () => {
  const addressHash = newAddress();
  for (let n = 0; n < 13; n++) await writeLocks(base.admin, hall, { count: 10, addressHash });
  await new Evaluator(base.db).evaluate(hall.tenantId);
  const { alerts } = await alertPage(ctx, { status: 'open', page: 1 });
  const ofNetwork = alerts.find(({ kind }) => kind === 'address_units');
  expect(ofNetwork?.source).toMatch(/^[0-9A-Z]{6}$/);
  expect(JSON.stringify(alerts)).not.toContain(addressHash);
});
