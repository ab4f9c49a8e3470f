import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { theatre } from '@/db/testing/paid-order';
import { inTenant, type StaffContext } from '@/lib/context';
import { auditChoices, auditPage } from './queries';
import { auditQuerySchema } from './schema';
import { audit } from './service';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const zone = 'Europe/Madrid';
const staffOf = (tenantId: number, name = 'Ana Gil'): StaffContext => ({
  db: base.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name, role: 'manager' },
});
const write = (ctx: StaffContext, target: string, action = 'settings.changed') =>
  inTenant(ctx, (inside) => audit(inside, { action, target, after: { role: 'scanner' } }));
/** An entry of another moment; the owner alone can write one. */
const writeAt = (tenantId: number, target: string, at: string) => base.admin`
  INSERT INTO audit_log (tenant_id, id, at, user_name, action, target)
  VALUES (${tenantId}, gen_random_uuid(), ${at}, 'Ana', 'settings.changed', ${target})`;
const targets = async (ctx: StaffContext, query = {}) =>
  (await auditPage(ctx, zone, query)).records.map(({ target }) => target);

describe('the log of what the staff changed', () => {
  it('tells who did what, when, before and after, and why', async () => {
    const ctx = staffOf(await theatre(base.admin));
    await inTenant(ctx, (inside) =>
      audit(inside, {
        action: 'settings.changed',
        target: 'Teatro Lírico',
        before: { cart_lock_duration: null },
        after: { cart_lock_duration: 0.5 },
        reason: 'Noche de estreno',
      }),
    );
    const { records, next } = await auditPage(ctx, zone, {});
    expect(next).toBeNull();
    expect(records).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        who: 'Ana Gil',
        action: 'settings.changed',
        target: 'Teatro Lírico',
        before: { cart_lock_duration: null },
        after: { cart_lock_duration: 0.5 },
        reason: 'Noche de estreno',
      },
    ]);
  });

  it('is not written when what it tells of is not done', async () => {
    const ctx = staffOf(await theatre(base.admin));
    const undone = inTenant(ctx, async (inside) => {
      await audit(inside, { action: 'settings.changed', target: 'x' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await targets(ctx)).toEqual([]);
  });

  it('is read page by page, newest first, none twice and none left out, of one moment too', async () => {
    const ctx = staffOf(await theatre(base.admin));
    await base.admin`
      INSERT INTO audit_log (tenant_id, id, at, user_name, action, target)
      SELECT ${ctx.tenantId}, gen_random_uuid(), timestamptz '2026-03-01' + (n / 40) * interval '1 hour',
        'Ana', 'locks.released', n::text FROM generate_series(1, 120) n`;
    const seen: string[] = [];
    let before: string | undefined;
    for (let pages = 1; pages <= 3; pages += 1) {
      const { records, next } = await auditPage(ctx, zone, { before });
      expect(records).toHaveLength(pages < 3 ? 50 : 20);
      seen.push(...records.map(({ target }) => target));
      before = next ?? undefined;
    }
    expect(before).toBeUndefined();
    expect(new Set(seen).size).toBe(120);
    const hours = seen.map((target) => Math.floor(Number(target) / 40));
    expect(hours).toEqual([...hours].sort((a, b) => b - a));
  });

  it('is asked for by person, by action and by day of the house', async () => {
    const tenantId = await theatre(base.admin);
    const [ana, eva] = [staffOf(tenantId, 'Ana'), staffOf(tenantId, 'Eva')];
    await write(ana, 'of Ana');
    await write(eva, 'of Eva');
    await write(eva, 'released', 'locks.released');
    await writeAt(tenantId, 'just before midnight', '2026-06-30T21:59:59.999Z');
    await writeAt(tenantId, 'at midnight', '2026-06-30T22:00:00Z');
    await writeAt(tenantId, 'the next midnight', '2026-07-01T22:00:00Z');

    expect(await targets(ana, { who: eva.actor.userId })).toEqual(['released', 'of Eva']);
    expect(await targets(ana, { action: 'locks.released' })).toEqual(['released']);
    expect(await targets(ana, { day: '2026-07-01' })).toEqual(['at midnight']);
    expect(await targets(ana, { day: '2026-07-01', action: 'locks.released' })).toEqual([]);
    expect(await auditChoices(ana)).toEqual({
      people: [
        { id: ana.actor.userId, name: 'Ana' },
        { id: eva.actor.userId, name: 'Eva' },
      ],
      actions: ['locks.released', 'settings.changed'],
    });
  });

  it('is each house’s own, wherever a page is said to begin', async () => {
    const [here, there] = [staffOf(await theatre(base.admin)), staffOf(await theatre(base.admin))];
    await write(here, 'ours');
    await write(there, 'theirs');
    const [theirs] = (await auditPage(there, zone, {})).records;
    expect(await targets(here)).toEqual(['ours']);
    expect(await targets(here, { before: theirs!.id })).toEqual([]);
    expect(await targets(here, { who: there.actor.userId })).toEqual([]);
    expect((await auditChoices(here)).people).toHaveLength(1);
  });

  it('can be altered by nobody: no statement of the app’s changes, removes or empties it', async () => {
    const ctx = staffOf(await theatre(base.admin));
    await write(ctx, 'for good');
    const refused = async (statement: ReturnType<typeof sql>) =>
      expect(inTenant(ctx, ({ db }) => db.execute(statement))).rejects.toThrow();
    await refused(sql`UPDATE audit_log SET target = 'nothing' WHERE tenant_id = ${ctx.tenantId}`);
    await refused(sql`DELETE FROM audit_log WHERE tenant_id = ${ctx.tenantId}`);
    await refused(sql`TRUNCATE audit_log`);
    await refused(sql`ALTER TABLE audit_log DISABLE TRIGGER append_only`);
    await refused(sql`DROP TABLE audit_log`);
    await refused(sql`SET session_replication_role = replica`);
    await refused(sql`
      INSERT INTO audit_log (tenant_id, id, user_name, action, target)
      SELECT tenant_id, id, 'Eva', action, target FROM audit_log WHERE tenant_id = ${ctx.tenantId}
      ON CONFLICT (tenant_id, id) DO UPDATE SET user_name = 'Eva'`);
    // Even the owner of the table is stopped by what guards its rows.
    await expect(base.admin`UPDATE audit_log SET target = 'x'`).rejects.toThrow('append-only');
    await expect(base.admin`DELETE FROM audit_log`).rejects.toThrow('append-only');
    expect(await targets(ctx)).toEqual(['for good']);
  });

  it('keeps what a house did when the account behind it is erased', async () => {
    const tenantId = await theatre(base.admin);
    const userId = randomUUID();
    await base.admin`
      INSERT INTO users (id, email, name, password_hash) VALUES (${userId}, 'g@example.org', 'G', 'x')`;
    const ctx = staffOf(tenantId, 'Gloria');
    await write({ ...ctx, actor: { ...ctx.actor, userId } }, 'kept');
    await base.admin`DELETE FROM users WHERE id = ${userId}`;
    expect((await auditPage(ctx, zone, {})).records).toMatchObject([
      { who: 'Gloria', target: 'kept' },
    ]);
  });
});

describe('the address of the log’s page', () => {
  it('opens whatever is written in it', () => {
    const id = randomUUID();
    expect(
      auditQuerySchema.parse({ who: id, action: 'a.b', day: '2026-02-28', before: id, x: 1 }),
    ).toEqual({ who: id, action: 'a.b', day: '2026-02-28', before: id });
    expect(
      auditQuerySchema.parse({ who: '', action: "x' OR 1", day: '2026-02-30', before: ['a', 'b'] }),
    ).toEqual({});
  });
});
