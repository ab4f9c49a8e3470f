import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { audit } from '@/lib/audit/service';
import { inTenant, type StaffContext } from '@/lib/context';
import { teamsOf } from './queries';
import { changeRole, removeMember } from './service';
import { teamMembers } from './team';
import { House, waiting } from './testing/house';

let base: TestDatabase;
let house: House;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  house = await House.open(base);
});

const idOf = (ctx: StaffContext) => ctx.actor.userId;

describe('a member’s role', () => {
  it('is changed by an owner, and the log says from what to what', async () => {
    const [owner, scanner] = [await house.member('owner'), await house.member('scanner', 'Samuel')];
    await changeRole(owner, { userId: idOf(scanner), role: 'box_office' });
    expect(await house.roleOf(idOf(scanner))).toBe('box_office');
    expect(await house.told()).toEqual([
      {
        action: 'member.role_changed',
        target: expect.stringMatching(/^Samuel <.*@example\.org>$/),
        before: { role: 'scanner' },
        after: { role: 'box_office' },
      },
    ]);
  });

  it('set to what it is writes nothing down', async () => {
    const [owner, manager] = [await house.member('owner'), await house.member('manager')];
    await changeRole(owner, { userId: idOf(manager), role: 'manager' });
    expect(await house.told()).toEqual([]);
  });

  it.each(['manager', 'box_office', 'scanner'] as const)(
    'is none of a %s’s business',
    async (role) => {
      const [owner, other] = [await house.member('owner'), await house.member(role)];
      const change = changeRole(other, { userId: idOf(owner), role: 'scanner' });
      await expect(change).rejects.toMatchObject({ code: 'forbidden' });
      const rise = changeRole(other, { userId: idOf(other), role: 'owner' });
      await expect(rise).rejects.toMatchObject({ code: 'forbidden' });
      expect(await house.roleOf(idOf(owner))).toBe('owner');
    },
  );

  it('is not changed by who was an owner a moment ago', async () => {
    const [first, second] = [await house.member('owner'), await house.member('owner')];
    await changeRole(first, { userId: idOf(second), role: 'scanner' });
    const change = changeRole(second, { userId: idOf(first), role: 'scanner' });
    await expect(change).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('in another house cannot be reached', async () => {
    const owner = await house.member('owner');
    const elsewhere = await (await House.open(base)).member('manager');
    const change = changeRole(owner, { userId: idOf(elsewhere), role: 'scanner' });
    await expect(change).rejects.toMatchObject({ code: 'not_found' });
    const removal = removeMember(owner, idOf(elsewhere));
    await expect(removal).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a member who is removed', () => {
  it('is no member from that moment on', async () => {
    const [owner, manager] = [await house.member('owner'), await house.member('manager', 'Íñigo')];
    const teams = () => teamsOf(base.db, idOf(manager));
    expect(await teams()).toMatchObject([{ role: 'manager' }]);
    await removeMember(owner, idOf(manager));
    expect(await teams()).toEqual([]);
    expect(await house.told()).toMatchObject([
      { action: 'member.removed', target: expect.stringMatching(/^Íñigo </) },
    ]);
  });

  it('cannot be an owner when a manager asks, but anybody may leave', async () => {
    const [owner, manager] = [await house.member('owner'), await house.member('manager')];
    const removal = removeMember(manager, idOf(owner));
    await expect(removal).rejects.toMatchObject({ code: 'forbidden' });
    await removeMember(manager, idOf(manager));
    expect(await house.roleOf(idOf(manager))).toBeNull();
    expect(await house.roleOf(idOf(owner))).toBe('owner');
  });
});

describe('the last owner', () => {
  it('neither leaves nor steps down until there is another', async () => {
    const [owner, manager] = [await house.member('owner'), await house.member('manager')];
    const refused = { code: 'last_owner' };
    await expect(removeMember(owner, idOf(owner))).rejects.toMatchObject(refused);
    const stepDown = { userId: idOf(owner), role: 'manager' } as const;
    await expect(changeRole(owner, stepDown)).rejects.toMatchObject(refused);
    expect(await house.told()).toEqual([]);
    await changeRole(owner, { userId: idOf(manager), role: 'owner' });
    await changeRole(owner, stepDown);
    expect(await house.owners()).toBe(1);
  });

  /** Two owners, and a transaction that keeps each of them waiting at the other's row. */
  async function atOnce(demote: (by: StaffContext, userId: string) => Promise<void>) {
    const [a, b] = [await house.member('owner'), await house.member('owner')];
    let both: Promise<PromiseSettledResult<void>[]> | undefined;
    await base.admin.begin(async (other) => {
      await other`SELECT FROM memberships WHERE tenant_id = ${house.tenantId} FOR UPDATE`;
      both = Promise.allSettled([demote(a, idOf(b)), demote(b, idOf(a))]);
      await waiting(base.admin, 2);
    });
    return (await both)!;
  }

  it('is there also after two owners demote each other at the same moment', async () => {
    const done = await atOnce((by, userId) => changeRole(by, { userId, role: 'scanner' }));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'forbidden' },
    });
    expect(await house.owners()).toBe(1);
  });

  it('is there also after two owners leave at the same moment', async () => {
    const done = await atOnce((by) => removeMember(by, idOf(by)));
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'last_owner' },
    });
    expect(await house.owners()).toBe(1);
  });

  it('control: two who only count the owners before they demote leave none', async () => {
    const unguarded = (by: StaffContext, userId: string) =>
      inTenant(by, async ({ db, ...ctx }) => {
        const owners = (await teamMembers({ ...ctx, db })).filter(({ role }) => role === 'owner');
        if (owners.length === 1) throw new Error('the last one');
        await db.execute(sql`
          UPDATE memberships SET role = 'scanner'
          WHERE tenant_id = ${house.tenantId} AND user_id = ${userId}`);
        await audit({ ...ctx, db }, { action: 'member.role_changed', target: userId });
      });
    const done = await atOnce(unguarded);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await house.owners()).toBe(0);
  });
});

describe('the team', () => {
  it('is listed with the owners first, and only of its own house', async () => {
    await house.member('scanner', 'Abel');
    await house.member('owner', 'Zoe');
    await house.member('owner', 'Beatriz');
    const elsewhere = await (await House.open(base)).member('owner', 'Mariana');
    const names = (ctx: StaffContext) =>
      teamMembers(ctx).then((all) => all.map(({ name }) => name));
    const mine = await house.member('manager', 'Íñigo');
    expect(await names(mine)).toEqual(['Beatriz', 'Zoe', 'Íñigo', 'Abel']);
    expect(await names(elsewhere)).toEqual(['Mariana']);
  });
});
