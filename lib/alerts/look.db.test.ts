import { describe, expect, it } from 'vitest';
import { findingsMax } from './policy';
import { letTimePass, newSession } from './testing/locks';
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
  it('leave those that were told first where they are', async () => {
    await stage.only('session_units');
    const first = newSession();
    await stage.lock({ count: 1, quantity: 60, sessionKey: first });
    await stage.look();
    for (let n = 0; n < findingsMax + 5; n++) await stage.lock({ count: 1, quantity: 70 });
    await stage.look();
    const told = (await stage.alerts()).map(({ source }) => source);
    expect(told).toHaveLength(findingsMax);
    expect(told[0]).toBe(first);
    await letTimePass(stage.base.admin, stage.hall, 20);
    await stage.look();
    expect((await stage.alerts()).map(({ source }) => source)).toEqual(told);
    const seen = await stage.base.admin`
      SELECT source FROM alerts WHERE tenant_id = ${stage.hall.tenantId}
        AND seen_at > clock_timestamp() - interval '15 seconds'`;
    expect(seen.map(({ source }) => source).sort()).toEqual(told.sort());
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
