import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { BuyerContext, StaffContext } from '@/lib/context';
import { newSessionKey } from '@/lib/http/session-cookie';
import { lockItems } from '@/lib/locks/service';
import { heldBack, someoneWaits } from '@/lib/locks/testing/waiting';
import { type OwnSettings, settingLimits } from '@/lib/settings';
import { settingsPage } from './own';
import { settingNames } from './policy';
import { changeSettings } from './service';

let base: TestDatabase;
let hall: Hall;
let manager: StaffContext;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  hall = await createHall(base.admin);
  manager = staffOf(hall, 'Íñigo');
});

const staffOf = ({ tenantId }: Hall, name: string): StaffContext => ({
  db: base.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name, role: 'manager' },
});
const own = async (ctx = manager) => (await settingsPage(ctx)).own;
const told = (tenantId = hall.tenantId) =>
  base.admin`SELECT user_name, action, target, before, after FROM audit_log
    WHERE tenant_id = ${tenantId} ORDER BY at, id`;
const aBuyer = (): BuyerContext => ({
  db: base.db,
  tenantId: hall.tenantId,
  actor: { kind: 'buyer', sessionKey: newSessionKey(), userId: null },
});
const lockOne = (buyer: BuyerContext, seat: number) =>
  lockItems(buyer, {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[seat] as number }],
    mode: 'all',
  });
const durations = () => base.admin<{ duration_ms: number; ms: number }[]>`
  SELECT duration_ms::float8, round(extract(epoch FROM expires_at - locked_at) * 1000)::float8 AS ms
  FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} ORDER BY locked_at, id`;

describe('the settings of a house’s locks', () => {
  it('hold from the next lock on; an open one keeps its own time', async () => {
    const buyer = aBuyer();
    await lockOne(buyer, 0);
    const based = await own();
    const saved = await changeSettings(manager, { based, settings: { ...based, duration: 3 } });
    expect(saved).toMatchObject({
      changes: [{ field: 'duration', before: null, after: 3 }],
      openCarts: 1,
    });
    await lockOne(buyer, 1);
    expect(await durations()).toEqual([
      { duration_ms: 900_000, ms: 900_000 },
      { duration_ms: 180_000, ms: 180_000 },
    ]);
  });

  it('are told in the log by their own names, only those that differ', async () => {
    const based = await own();
    const first: OwnSettings = { ...based, limit: 8, autoExtend: false };
    await changeSettings(manager, { based, settings: first });
    await changeSettings(manager, { based: first, settings: { ...first, limit: null } });
    const name = { user_name: 'Íñigo', action: 'settings.changed', target: 'Sala de pruebas' };
    expect(await told()).toEqual([
      {
        ...name,
        before: { max_locks_per_session: null, auto_extend_locks: null },
        after: { max_locks_per_session: 8, auto_extend_locks: false },
      },
      { ...name, before: { max_locks_per_session: 8 }, after: { max_locks_per_session: null } },
    ]);
    expect(await own()).toEqual({ ...based, autoExtend: false });
  });

  it('saved as they are change nothing, and nothing is written down', async () => {
    const based = await own();
    expect((await changeSettings(manager, { based, settings: based })).changes).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('are not overwritten unseen: who saves second is shown what the first one did', async () => {
    const based = await own();
    await changeSettings(manager, { based, settings: { ...based, duration: 20 } });
    const second = changeSettings(staffOf(hall, 'Beatriz'), {
      based,
      settings: { ...based, limit: 9 },
    });
    await expect(second).rejects.toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { ...based, duration: 20 }, by: 'Íñigo', at: expect.any(String) },
    });
    expect(await own()).toEqual({ ...based, duration: 20 });
    expect(await told()).toHaveLength(1);
  });

  it.each(['a house that has set nothing yet', 'a house that has'])(
    'saved by two at the same moment are saved once: %s',
    async (which) => {
      const fresh = await own();
      const set = { ...fresh, duration: 10 };
      if (which === 'a house that has')
        await changeSettings(manager, { based: fresh, settings: set });
      const based = which === 'a house that has' ? set : fresh;
      const held = heldBack(base.db);
      const first = changeSettings(
        { ...manager, db: held.db },
        { based, settings: { ...based, duration: 20 } },
      );
      await held.written;
      const second = changeSettings(staffOf(hall, 'Beatriz'), {
        based,
        settings: { ...based, duration: 30 },
      }).catch((error: unknown) => error);
      await someoneWaits(base.admin);
      held.release();
      await first;
      expect(await second).toMatchObject({ code: 'changed_meanwhile' });
      expect((await own()).duration).toBe(20);
    },
  );

  it('are each house’s own', async () => {
    const other = await createHall(base.admin, { settings: { cart_lock_duration: 7 } });
    const based = await own();
    await changeSettings(manager, { based, settings: { ...based, duration: 3 } });
    expect((await own(staffOf(other, 'Luis'))).duration).toBe(7);
    expect(await told(other.tenantId)).toEqual([]);
  });
});

describe('the limits of the settings', () => {
  const set = (column: string, value: number) =>
    base.admin`
      INSERT INTO tenant_settings ${base.admin({ tenant_id: hall.tenantId, [column]: value })}
      ON CONFLICT (tenant_id) DO UPDATE SET ${base.admin(column)} = excluded.${base.admin(column)}`;
  const fields = Object.keys(settingLimits) as (keyof typeof settingLimits)[];

  it.each(fields)('are those of the database: %s', async (field) => {
    const { min, max } = settingLimits[field];
    await set(settingNames[field].column, min);
    await set(settingNames[field].column, max);
    const refused = { code: '23514' };
    await expect(set(settingNames[field].column, min === 0 ? -1 : 0)).rejects.toMatchObject(
      refused,
    );
    await expect(set(settingNames[field].column, -1)).rejects.toMatchObject(refused);
    // A warning is cut to a third of the duration, whatever it says.
    if (field === 'warning') return;
    await expect(set(settingNames[field].column, max + 1)).rejects.toMatchObject(refused);
  });
});
