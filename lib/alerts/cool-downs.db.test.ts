import { beforeEach, describe, expect, it } from 'vitest';
import { LockEngine } from '@/lib/locks/engine';
import { buyerOf, claimOf } from '@/lib/locks/testing/buyers';
import { checkout } from '@/lib/orders/service';
import { locksBehind } from './behind';
import { coolSource, liftCoolDown, releaseSource, runningCoolDowns } from './cool-downs';
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

  it('leaves the source nothing of what was being written when it was set', async () => {
    const { admin, db } = stage.base;
    const { tenantId, eventId, numbered, seatIds } = stage.hall;
    const addressHash = newAddress();
    for (let n = 0; n < 4; n++) await stage.lock({ count: 36, addressHash });
    await stage.look();
    const [alert] = await admin`
      SELECT id FROM alerts WHERE tenant_id = ${tenantId} AND source = ${addressHash}`;
    const engine = new LockEngine(db);
    const items = seatIds.slice(0, 5).map((seatId) => ({ zoneId: numbered, seatId }));
    const claimNow = () => ({
      ...claimOf(items, newSession()),
      client: { device: null, addressHash },
    });
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    const someone = admin.begin(async (sql) => {
      await sql`SELECT FROM zones WHERE tenant_id = ${tenantId} AND id = ${numbered} FOR UPDATE`;
      await held;
    });
    const claim = engine.claim(tenantId, eventId, claimNow());
    const waits = () => admin`SELECT FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await expect.poll(async () => (await waits()).length).toBe(1);
    const cooling = coolSource(stage.ctx, {
      alertId: alert!.id,
      minutes: 60,
      release: true,
      reason,
    });
    await expect.poll(async () => (await waits()).length).toBe(2);
    letGo();
    await someone;
    expect((await claim).lockIds).toHaveLength(5);
    expect((await cooling).released).toBe(4 * 36 + 5);
    const late = engine.claim(tenantId, eventId, claimNow());
    await expect(late).rejects.toMatchObject({ code: 'cooling_down' });
    expect(
      await admin`SELECT FROM cart_item_locks
      WHERE address_hash = ${addressHash} AND status = 'active'`,
    ).toHaveLength(0);
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

  it('is the only one of its source, however many alerts of it pause it at once', async () => {
    const [other] = await stage.base.admin<{ id: string }[]>`
      INSERT INTO alerts (tenant_id, id, kind, source_kind, source, figures)
      SELECT tenant_id, gen_random_uuid(), 'no_sale', source_kind, source, figures FROM alerts
      WHERE id = ${alertId} RETURNING id`;
    for (let round = 0; round < 4; round++) {
      const all = await Promise.all(
        [15, 60, 1_440, 15, 60, 1_440].map((minutes, n) =>
          coolSource(stage.ctx, {
            alertId: n % 2 === 0 ? alertId : other!.id,
            minutes: minutes as 15 | 60 | 1_440,
            release: false,
            reason,
          }),
        ),
      );
      const [running, ...others] = await runningCoolDowns(stage.ctx);
      expect(others).toEqual([]);
      expect(all.map(({ coolDownId }) => coolDownId)).toContain(running?.id);
    }
  });

  it('gives back what the source holds where that is asked for', async () => {
    expect(
      await coolSource(stage.ctx, { alertId, minutes: 15, release: true, reason }),
    ).toMatchObject({
      released: 60,
    });
    expect(await locksBehind(stage.ctx, alertId)).toMatchObject({ total: 60, live: 0 });
  });

  it('keeps what is being paid for at this moment, tells how much that is, and the log has it', async () => {
    const { db, admin } = stage.base;
    const rows = await admin<{ id: string }[]>`
      SELECT id FROM cart_item_locks WHERE session_key = ${sessionKey} ORDER BY id LIMIT 2`;
    const lockIds = rows.map(({ id }) => id);
    const buyer = buyerOf(db, stage.hall, sessionKey);
    await checkout(buyer, { email: 'ana@example.org', name: 'Ana', lockIds });
    const cool = { alertId, minutes: 15, release: true, reason } as const;
    expect(await coolSource(stage.ctx, cool)).toMatchObject({ released: 58, kept: 2 });
    expect(await releaseSource(stage.ctx, { alertId, reason })).toEqual({ released: 0, kept: 2 });
    expect((await locksBehind(stage.ctx, alertId)).live).toBe(2);
    const { deeds } = (await alertStanding(stage.ctx, alertId))!;
    expect(deeds.map(({ kind, locks, reason }) => [kind, locks, reason])).toEqual([
      ['paused', null, reason],
      ['released', 58, reason],
      ['kept', 2, reason],
      ['kept', 2, reason],
    ]);
  });

  it('is refused where an alert is of no one source', async () => {
    const { alertId: test } = await raiseTest(stage.ctx);
    await expect(
      coolSource(stage.ctx, { alertId: test, minutes: 15, release: false, reason }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
  });
});
