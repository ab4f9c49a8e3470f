import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import type { StaffContext } from '@/lib/context';
import { openedInvitation, unansweredInvitations } from './invitations';
import { invite, resendInvitation, withdrawInvitation } from './invite';
import { invitationLetter } from './queries';
import { changeRole, removeMember } from './service';
import { House } from './testing/house';

let base: TestDatabase;
let house: House;
let owner: StaffContext;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(async () => {
  house = await House.open(base);
  owner = await house.member('owner', 'Beatriz Lozano');
});

let people = 0;
const newEmail = () => `invitada${++people}@example.org`;
const ask = (email: string, role: 'scanner' | 'manager' = 'scanner') =>
  invite(owner, { email, role, locale: 'es' });

/** The link that the mail holds. */
async function linkOf(id: string) {
  const letter = await invitationLetter(owner, id);
  if (!letter) throw new Error(`no letter for ${id}`);
  return { id, key: letter.key };
}
const runOut = (id: string) =>
  base.admin`UPDATE invitations SET expires_at = clock_timestamp() WHERE id = ${id}`;
/** As many invitations as would be open after a busy week. */
const openAlready = (count: number) => base.admin`
  INSERT INTO invitations (tenant_id, id, email, role, locale, expires_at)
  SELECT ${house.tenantId}, gen_random_uuid(), n || '@example.org', 'scanner', 'es',
    now() + interval '1 day' FROM generate_series(1, ${count}) AS n`;

describe('an invitation', () => {
  it('goes out by mail with a week’s time, and is written down', async () => {
    const email = newEmail();
    const { id } = await ask(email);
    expect(await house.mailed()).toEqual([id]);
    const [open] = await unansweredInvitations(owner);
    expect(open).toMatchObject({
      id,
      email,
      role: 'scanner',
      inviter: 'Beatriz Lozano',
      over: false,
    });
    const days = (open!.expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    expect(await house.told()).toMatchObject([
      { action: 'member.invited', target: email, after: { role: 'scanner' } },
    ]);
  });

  it('is withdrawn when whoever sent it is removed, or is an owner no more', async () => {
    const others = [
      await house.member('owner', 'Gonzalo Ríos'),
      await house.member('owner', 'Elena Paz'),
    ] as const;
    for (const other of others) {
      await invite(other, { email: newEmail(), role: 'owner', locale: 'es' });
    }
    const { id } = await ask(newEmail());
    await removeMember(owner, others[0].actor.userId);
    await changeRole(owner, { userId: others[1].actor.userId, role: 'manager' });
    expect((await unansweredInvitations(owner)).map((open) => open.id)).toEqual([id]);
  });

  it('leaves its key nowhere in the database', async () => {
    const { id } = await ask(newEmail());
    const { key } = await linkOf(id);
    const kept = JSON.stringify([
      await base.admin`SELECT * FROM invitations`,
      await base.admin`SELECT * FROM outbox`,
      await base.admin`SELECT * FROM audit_log`,
    ]);
    expect(key).toHaveLength(43);
    expect(kept).toContain(id);
    expect(kept).not.toContain(key);
  });

  it('is not for who is on the team, nor for who has one already', async () => {
    const email = newEmail();
    await ask(email);
    await expect(ask(email)).rejects.toMatchObject({
      code: 'invalid_request',
      details: { reason: 'already_invited', errors: [{ path: 'email' }] },
    });
    const [{ email: mine }] = await base.admin<[{ email: string }]>`
      SELECT email FROM users WHERE id = ${owner.actor.userId}`;
    await expect(ask(mine)).rejects.toMatchObject({ code: 'already_member' });
    expect(await house.mailed()).toHaveLength(1);
  });

  it('asked for twice at the same moment is one', async () => {
    const email = newEmail();
    const asked = await Promise.allSettled([ask(email), ask(email)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await house.mailed()).toHaveLength(1);
  });

  it('that ran out gives way to a new one', async () => {
    const email = newEmail();
    const { id: old } = await ask(email);
    await runOut(old);
    const { id } = await ask(email);
    expect((await unansweredInvitations(owner)).map((each) => each.id)).toEqual([id]);
  });

  it('is an owner’s to write, send anew and withdraw', async () => {
    const { id } = await ask(newEmail());
    const manager = await house.member('manager');
    const forbidden = { code: 'forbidden' };
    const own = invite(manager, { email: newEmail(), role: 'owner', locale: 'es' });
    await expect(own).rejects.toMatchObject(forbidden);
    await expect(withdrawInvitation(manager, id)).rejects.toMatchObject(forbidden);
    await expect(resendInvitation(manager, id)).rejects.toMatchObject(forbidden);
    const stranger = await (await House.open(base)).member('owner');
    await expect(withdrawInvitation(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not one of more than fifty', async () => {
    await openAlready(49);
    await ask(newEmail());
    await expect(ask(newEmail())).rejects.toMatchObject({
      code: 'invalid_request',
      details: { reason: 'open_invitations' },
    });
  });

  it('is not among more than twenty mails in an hour, and says when the next may go', async () => {
    const { id } = await ask(newEmail());
    for (let i = 0; i < 19; i++) await resendInvitation(owner, id);
    const refused = {
      code: 'rate_limited',
      details: { reason: 'mails_per_hour', retryAfterSeconds: expect.any(Number) },
    };
    await expect(resendInvitation(owner, id)).rejects.toMatchObject(refused);
    await expect(ask(newEmail())).rejects.toMatchObject(refused);
    expect(await house.mailed()).toHaveLength(20);
    const elsewhere = await (await House.open(base)).member('owner');
    await invite(elsewhere, { email: newEmail(), role: 'scanner', locale: 'en' });
  });

  it('sent anew has another key, and the one before opens no more', async () => {
    const { id } = await ask(newEmail());
    const before = await linkOf(id);
    await runOut(id);
    await resendInvitation(owner, id);
    expect(await openedInvitation(owner, before)).toBeNull();
    expect(await openedInvitation(owner, await linkOf(id))).toMatchObject({ over: false });
    expect((await house.told()).map(({ action }) => action)).toEqual([
      'member.invited',
      'invitation.resent',
    ]);
  });

  it('opens to no other key, nor to another invitation’s', async () => {
    const link = await linkOf((await ask(newEmail())).id);
    const other = await linkOf((await ask(newEmail())).id);
    const wrong = [other.key, '', `${link.key.slice(0, -1)}!`, `${link.key}A`];
    for (const key of wrong) expect(await openedInvitation(owner, { ...link, key })).toBeNull();
    const stranger = await (await House.open(base)).member('owner');
    expect(await openedInvitation(stranger, link)).toBeNull();
  });
});
