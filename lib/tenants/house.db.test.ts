import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { paidOrder } from '@/db/testing/paid-order';
import { inTenant, type StaffContext } from '@/lib/context';
import { heldBack, someoneWaits } from '@/lib/locks/testing/waiting';
import { changeLogo, readLogo } from './logo';
import { housePage } from './own';
import { forgetTenants, tenantBySlug } from './queries';
import type { House } from './schema';
import { changeHouse } from './service';
import { png } from './testing/pictures';

let base: TestDatabase;
let hall: Hall;
let manager: StaffContext;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(async () => {
  forgetTenants();
  await base.drop();
});
beforeEach(async () => {
  hall = await createHall(base.admin);
  manager = staffOf(hall.tenantId);
  forgetTenants();
});

const staffOf = (tenantId: number): StaffContext => ({
  db: base.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name: 'Íñigo', role: 'manager' },
});
async function houseOf(ctx = manager): Promise<House> {
  const { accent: _accent, logoHash: _hash, ...house } = (await housePage(ctx)).house;
  return house;
}
const change = async (part: Partial<House>, ctx = manager) => {
  const based = await houseOf(ctx);
  return changeHouse(ctx, based, { ...based, ...part });
};
const told = (tenantId = hall.tenantId) =>
  base.admin`SELECT action, before, after FROM audit_log WHERE tenant_id = ${tenantId} ORDER BY at`;
const hold = (tenantId = hall.tenantId) => base.admin`
  INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity, expires_at,
    price_at_lock, duration_ms, max_extensions)
  VALUES (${tenantId}, ${randomUUID()}, ${'s'.repeat(40)}, ${hall.eventId}, ${hall.general}, 1,
    clock_timestamp() + interval '1 minute', 2000, 60000, 10)`;

const countDay = () => base.admin`
  INSERT INTO house_days (tenant_id, dimension, day, key, sale_locks, sale_units, sale_value,
    timeout_locks, timeout_units, timeout_value, buyer_locks, buyer_units, buyer_value,
    tab_closed_locks, tab_closed_units, tab_closed_value, admin_locks, admin_units, admin_value)
  VALUES (${hall.tenantId}, 'all', '2026-03-01', '', 1, 1, 2000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`;

describe('what a house says of itself', () => {
  it('is known to this process at once, and the log tells what differs', async () => {
    expect((await tenantBySlug(base.db, hall.slug))?.name).toBe('Sala de pruebas');
    const saved = await change({ name: 'Sala Nueva', languages: ['en'] });
    expect(saved.changes.map(({ field }) => field)).toEqual(['name', 'languages']);
    expect(await tenantBySlug(base.db, hall.slug)).toMatchObject({
      name: 'Sala Nueva',
      languages: ['en'],
    });
    expect(await told()).toEqual([
      {
        action: 'house.changed',
        before: { name: 'Sala de pruebas', languages: ['es', 'en'] },
        after: { name: 'Sala Nueva', languages: ['en'] },
      },
    ]);
  });

  it('is not overwritten unseen by who saves second', async () => {
    const based = await houseOf();
    await change({ name: 'La primera' });
    const second = changeHouse(manager, based, { ...based, name: 'La segunda' });
    await expect(second).rejects.toMatchObject({
      code: 'changed_meanwhile',
      details: { current: { ...based, name: 'La primera' }, by: 'Íñigo' },
    });
    expect((await houseOf()).name).toBe('La primera');
  });

  it('has a time zone that the database reckons with', async () => {
    await change({ timeZone: 'America/Bogota' });
    expect((await houseOf()).timeZone).toBe('America/Bogota');
    await expect(change({ timeZone: 'Europe/Nowhere' })).rejects.toMatchObject({
      code: 'invalid_request',
      details: { errors: [{ path: 'house.timeZone' }] },
    });
  });

  it('keeps its time zone once figures are counted by its days', async () => {
    await countDay();
    await expect(change({ timeZone: 'Pacific/Auckland' })).rejects.toMatchObject({
      code: 'time_zone_in_use',
    });
    await change({ name: 'Otro nombre' });
    expect(await houseOf()).toMatchObject({ name: 'Otro nombre', timeZone: 'Europe/Madrid' });
  });

  it('cannot be written from another house', async () => {
    const other = await createHall(base.admin);
    const written = await inTenant(manager, ({ db }) =>
      db.execute(sql`UPDATE tenants SET name = 'Robado' WHERE id = ${other.tenantId} RETURNING id`),
    );
    expect(written).toHaveLength(0);
    expect((await houseOf(staffOf(other.tenantId))).name).toBe('Sala de pruebas');
    const logo = inTenant(manager, ({ db }) =>
      db.execute(sql`INSERT INTO tenant_logos VALUES (${other.tenantId}, 'image/png', 'x'::bytea)`),
    );
    await expect(logo).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('the currency', () => {
  it('changes while nothing was ever sold or held', async () => {
    await change({ currency: 'USD' });
    expect((await houseOf()).currency).toBe('USD');
  });

  /** It is refused, and nothing is written: the page says so beforehand. */
  async function stays() {
    await expect(change({ currency: 'USD' })).rejects.toMatchObject({ code: 'currency_in_use' });
    expect(await housePage(manager)).toMatchObject({
      currencyInUse: true,
      house: { currency: 'EUR' },
    });
    expect(await told()).toEqual([]);
  }

  it('stays once somebody held something, also when that has run out or lies in the history', async () => {
    await hold();
    await stays();
    await base.admin`UPDATE cart_item_locks SET expires_at = clock_timestamp() - interval '1 second'
      WHERE tenant_id = ${hall.tenantId}`;
    await stays();
    await base.admin`UPDATE cart_item_locks SET status = 'expired', end_reason = 'timeout',
      ended_at = clock_timestamp() WHERE tenant_id = ${hall.tenantId}`;
    await stays();
    await base.admin`SELECT ensure_lock_history_month(month)
      FROM missing_lock_history_months() AS month`;
    await base.admin`
      WITH gone AS (DELETE FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} RETURNING *)
      INSERT INTO cart_item_lock_history SELECT * FROM gone`;
    await stays();
  });

  it('stays once money is counted in it, though none of the locks is left', async () => {
    await countDay();
    await stays();
  });

  it('stays once there is an order, and everything else can be changed all the same', async () => {
    const { tenantId } = await paidOrder(base.admin);
    const ctx = staffOf(tenantId);
    await expect(change({ currency: 'USD' }, ctx)).rejects.toMatchObject({
      code: 'currency_in_use',
    });
    await change({ name: 'Otro nombre' }, ctx);
    expect(await houseOf(ctx)).toMatchObject({ name: 'Otro nombre', currency: 'EUR' });
  });

  it('waits for who is just taking hold of something, and then stays', async () => {
    const locking = await base.admin.reserve();
    await locking`BEGIN`;
    await locking`
      INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity,
        expires_at, price_at_lock, duration_ms, max_extensions)
      VALUES (${hall.tenantId}, ${randomUUID()}, ${'s'.repeat(40)}, ${hall.eventId},
        ${hall.general}, 1, clock_timestamp() + interval '1 minute', 2000, 60000, 10)`;
    await locking`SELECT FROM tenants WHERE id = ${hall.tenantId} FOR KEY SHARE`;
    const changing = change({ currency: 'USD' }).catch((error: unknown) => error);
    await someoneWaits(base.admin);
    await locking`COMMIT`;
    locking.release();
    expect(await changing).toMatchObject({ code: 'currency_in_use' });
  });
});

describe('the logo of a house', () => {
  const logo = png(64, 32);

  it('is kept as it came, named by its content, and taken away without a trace', async () => {
    const { changes } = await changeLogo(manager, null, logo);
    const hash = changes[0]?.after as string;
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect((await tenantBySlug(base.db, hall.slug))?.logoHash).toBe(hash);
    const kept = await readLogo(manager);
    expect(kept).toMatchObject({ hash, mime: 'image/png' });
    expect(kept?.bytes.equals(logo)).toBe(true);
    await changeLogo(manager, hash, null);
    expect(await readLogo(manager)).toBeNull();
    expect(await base.admin`SELECT FROM tenant_logos WHERE tenant_id = ${hall.tenantId}`).toEqual(
      [],
    );
    expect(await told()).toEqual([
      { action: 'logo.changed', before: { logo: null }, after: { logo: hash } },
      { action: 'logo.changed', before: { logo: hash }, after: { logo: null } },
    ]);
  });

  it('of two managers at once is the first one’s, and the second is told', async () => {
    const held = heldBack(base.db);
    const first = changeLogo({ ...manager, db: held.db }, null, logo);
    await held.written;
    const second = changeLogo(manager, null, png(64, 64)).catch((error: unknown) => error);
    await someoneWaits(base.admin);
    held.release();
    await first;
    expect(await second).toMatchObject({ code: 'changed_meanwhile' });
    expect((await readLogo(manager))?.bytes.equals(logo)).toBe(true);
  });

  it('that is no picture leaves the one before', async () => {
    const { changes } = await changeLogo(manager, null, logo);
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const bad = changeLogo(manager, changes[0]?.after as string, page);
    await expect(bad).rejects.toMatchObject({ code: 'invalid_logo', details: { reason: 'kind' } });
    expect((await readLogo(manager))?.bytes.equals(logo)).toBe(true);
  });
});
