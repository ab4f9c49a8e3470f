import { describe, expect, it } from 'vitest';
import { Evaluator } from './evaluate';
import { freshMax } from './policy';
import { letTimePass, newAddress, newSession } from './testing/locks';
import { AlertStage } from './testing/stage';

const stage = new AlertStage();

describe('locks without a sale', () => {
  const lost = (sessionKey: string, status: 'active' | 'released' = 'released') =>
    stage.lock({ count: 110, sessionKey, secondsAgo: 1_800, status });

  it('are told when there are many in an hour, given back or run out', async () => {
    const sources = [newSession(), newSession()] as const;
    await lost(sources[0]);
    await lost(sources[1], 'active');
    await stage.look();
    const told = await stage.alerts();
    expect(told.map(({ kind }) => kind)).toEqual(['no_sale', 'no_sale']);
    expect(told.map(({ source }) => source).sort()).toEqual([...sources].sort());
  });

  it('are never told of who buys, nor while the carts are held', async () => {
    const buys = newSession();
    await lost(buys);
    await stage.lock({ count: 1, sessionKey: buys, status: 'converted' });
    await stage.lock({ count: 110, secondsAgo: 600 });
    await stage.look();
    expect(await stage.kinds()).toEqual([]);
  });
});

describe('more sources than are told at a time', () => {
  const many = async (quantity: number, count: number = freshMax) => {
    for (let n = 0; n < count; n++) await stage.lock({ count: 1, quantity });
  };
  const sources = async () => (await stage.alerts()).map(({ source }) => source);

  it('leave those that were told first where they are, and are told the greatest first', async () => {
    await stage.only('session_units');
    const first = newSession();
    await stage.lock({ count: 1, quantity: 60, sessionKey: first });
    await stage.look();
    await many(70, freshMax + 5);
    expect(await stage.look()).toBe(freshMax);
    const told = await sources();
    expect(told[0]).toBe(first);
    await letTimePass(stage.base.admin, stage.hall, 20);
    expect(await stage.look()).toBe(5);
    expect((await sources()).slice(0, told.length)).toEqual(told);
    const seen = await stage.base.admin`
      SELECT source FROM alerts WHERE tenant_id = ${stage.hall.tenantId}
        AND seen_at > clock_timestamp() - interval '15 seconds'`;
    expect(seen).toHaveLength(freshMax + 6);
  });

  it('do not hide a greater one that comes later', async () => {
    await stage.only('session_units');
    await many(41);
    await stage.look();
    const giant = newSession();
    await stage.lock({ count: 1, quantity: 900, sessionKey: giant });
    expect(await stage.look()).toBe(1);
    expect(await sources()).toHaveLength(freshMax + 1);
    expect((await stage.alerts()).at(-1)).toMatchObject({ source: giant, lasts: true });
  });

  it('do not hide a greater one that buys nothing', async () => {
    await stage.only('no_sale');
    const lost = { count: 1, secondsAgo: 1_800, status: 'released' } as const;
    for (let n = 0; n < freshMax; n++) await stage.lock({ ...lost, quantity: 101 });
    await stage.look();
    const giant = newSession();
    await stage.lock({ ...lost, quantity: 900, sessionKey: giant });
    expect(await stage.look()).toBe(1);
    expect(await sources()).toContain(giant);
  });

  it('hide nobody where they are told as other sources', async () => {
    await stage.only('address_units');
    await stage.base.admin`UPDATE alert_rules SET enabled = true
      WHERE tenant_id = ${stage.hall.tenantId} AND kind = 'session_units'`;
    const one = () => ({ quantity: 200, addressHash: newAddress() });
    for (let n = 0; n < freshMax * 4; n++) await stage.lock({ count: 1, ...one() });
    const shared = newAddress();
    for (let n = 0; n < 5; n++) await stage.lock({ count: 1, quantity: 30, addressHash: shared });
    await stage.look();
    expect(await sources()).toContain(shared);
  });

  it('hide nobody while there is time for a quick look alone', async () => {
    await stage.only('session_units');
    let ms = 0;
    const busy = new Evaluator(stage.base.db, () => (ms += 1_000));
    await many(60);
    expect(await busy.evaluate(stage.hall.tenantId)).toBe(freshMax);
    const told = await sources();
    await many(50, 1);
    const giant = newSession();
    await stage.lock({ count: 1, quantity: 900, sessionKey: giant });
    expect(await busy.evaluate(stage.hall.tenantId)).toBe(2);
    expect(await sources()).toEqual([...told, giant, expect.any(String)]);
    expect(await stage.look()).toBe(0);
    await letTimePass(stage.base.admin, stage.hall, 200);
    expect(await stage.look()).toBe(0);
    expect((await stage.alerts()).every(({ lasts }) => lasts)).toBe(true);
  });
});

describe('a share of an event', () => {
  it('held at once is told, whoever holds it', async () => {
    for (let n = 0; n < 30; n++) await stage.lock({ count: 1, quantity: 20 });
    await stage.look();
    expect(await stage.alerts()).toMatchObject([
      {
        kind: 'event_share',
        event_id: stage.hall.eventId,
        figures: { held: 600, capacity: 2_040 },
      },
    ]);
  });

  it('that goes up and down around the threshold is one alert, until a good deal less is held', async () => {
    await stage.only('event_share');
    const later = async () => {
      await letTimePass(stage.base.admin, stage.hall, 61);
      await stage.look();
    };
    const keep = (units: number) => stage.base.admin`UPDATE cart_item_locks SET quantity = ${units}
      WHERE tenant_id = ${stage.hall.tenantId}`;
    await stage.lock({ count: 1, quantity: 520 });
    await stage.look();
    for (const units of [500, 520, 420]) {
      await keep(units);
      await later();
    }
    expect(await stage.alerts()).toMatchObject([
      { lasts: true, figures: { held: 420, mailed: 1 } },
    ]);
    await keep(400);
    await later();
    expect(await stage.alerts()).toMatchObject([{ lasts: false }]);
    await keep(500);
    expect(await stage.look()).toBe(0);
  });

  it('given back does not count', async () => {
    for (let n = 0; n < 30; n++) await stage.lock({ count: 1, quantity: 20, status: 'released' });
    await stage.look();
    expect(await stage.kinds()).toEqual([]);
  });
});

describe('a spike', () => {
  const crowd = async (sessions: number, secondsAgo = 0) => {
    for (let n = 0; n < sessions; n++)
      await stage.lock({ count: 1, secondsAgo, status: 'released' });
  };

  it('after a quiet hour is told', async () => {
    await crowd(51);
    await stage.look();
    expect(await stage.alerts()).toMatchObject([
      { kind: 'spike', figures: { count: 51, usual: 0 } },
    ]);
  });

  it('is not told where the hour before was as busy', async () => {
    await stage.lock({ count: 39, secondsAgo: 1_000, status: 'released' });
    for (let n = 0; n < 4; n++)
      await stage.lock({ count: 25, secondsAgo: 2_000, status: 'released' });
    await crowd(51);
    await stage.look();
    expect(await stage.kinds()).toEqual([]);
  });

  it('is not told in the first hour of an on-sale', async () => {
    await stage.base.admin`UPDATE events SET sale_starts_at = now() - interval '10 minutes'
      WHERE id = ${stage.hall.eventId}`;
    await crowd(80);
    await stage.look();
    expect(await stage.kinds()).toEqual([]);
  });
});
