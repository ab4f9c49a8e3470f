import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { config } from '@/lib/config';
import type { StaffContext } from '@/lib/context';
import { heldBack } from '@/lib/locks/testing/waiting';
import { acceptInvitation } from './accept';
import { invitationKey } from './invitation-key';
import { openedInvitation, unansweredInvitations } from './invitations';
import { invite, resendInvitation, withdrawInvitation } from './invite';
import { invitationLetter } from './queries';
import { account, House } from './testing/house';

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

describe('who is invited', () => {
  let email: string;
  let id: string;
  let link: { id: string; key: string };
  let invited: string;
  const accept = (userId = invited, with_ = link, db = base.db) =>
    acceptInvitation(db, userId, with_);
  beforeEach(async () => {
    email = newEmail();
    ({ id } = await ask(email));
    link = await linkOf(id);
    invited = await account(base.admin, { email, name: 'Luis Prieto' });
  });
  let held: { release: () => void } | null = null;
  afterEach(() => {
    held?.release();
    held = null;
  });

  it('joins with the role of the invitation, and the log says so in their name', async () => {
    const { tenant } = await accept();
    const [house_] = await base.admin`SELECT slug FROM tenants WHERE id = ${house.tenantId}`;
    expect(tenant).toBe(house_!.slug);
    expect(await house.roleOf(invited)).toBe('scanner');
    expect((await house.told()).at(-1)).toMatchObject({
      action: 'member.joined',
      target: 'Luis Prieto',
      after: { role: 'scanner' },
    });
    expect(await unansweredInvitations(owner)).toEqual([]);
  });

  it('accepting twice, also at once, joins once', async () => {
    await Promise.all([accept(), accept()]);
    await accept();
    const joined = (await house.told()).filter(({ action }) => action === 'member.joined');
    expect(joined).toHaveLength(1);
  });

  it('does not come back by an old link once removed', async () => {
    await accept();
    await base.admin`DELETE FROM memberships WHERE user_id = ${invited}`;
    await expect(accept()).rejects.toMatchObject({ code: 'invitation_over' });
    expect(await house.roleOf(invited)).toBeNull();
  });

  it('is the one of that address: another account with the link does not get in', async () => {
    const other = await account(base.admin);
    await expect(accept(other)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(accept(crypto.randomUUID())).rejects.toMatchObject({ code: 'forbidden' });
    expect(await house.roleOf(other)).toBeNull();
  });

  it('needs the key: the address alone does not get in', async () => {
    const guess = { id, key: link.key.replace(/./, (first) => (first === 'A' ? 'B' : 'A')) };
    await expect(accept(invited, guess)).rejects.toMatchObject({ code: 'not_found' });
    const none = { ...link, id: crypto.randomUUID() };
    await expect(accept(invited, none)).rejects.toMatchObject({ code: 'not_found' });
    expect(await house.roleOf(invited)).toBeNull();
  });

  it('is too late once it was withdrawn or ran out', async () => {
    await withdrawInvitation(owner, id);
    await expect(accept()).rejects.toMatchObject({ code: 'invitation_over' });
    const { id: second } = await ask(email);
    await runOut(second);
    const [late_] = await unansweredInvitations(owner);
    const keyed = { tenantId: house.tenantId, id: second, expiresAt: late_!.expiresAt };
    const late = { id: second, key: invitationKey(config().authSecret, keyed) };
    await expect(accept(invited, late)).rejects.toMatchObject({ code: 'invitation_over' });
    expect(await house.roleOf(invited)).toBeNull();
  });

  it('who accepts while it is withdrawn: it ends as one of both, never as both', async () => {
    const first = heldBack(base.db);
    held = first;
    const accepting = accept(invited, link, first.db);
    await first.written;
    const withdrawing = withdrawInvitation(owner, id);
    first.release();
    await accepting;
    await expect(withdrawing).rejects.toMatchObject({ code: 'invitation_over' });
    expect(await house.roleOf(invited)).toBe('scanner');

    email = newEmail();
    ({ id } = await ask(email));
    link = await linkOf(id);
    invited = await account(base.admin, { email });
    const withdrawn = heldBack(base.db);
    held = withdrawn;
    const taking = withdrawInvitation({ ...owner, db: withdrawn.db }, id);
    await withdrawn.written;
    const late = accept();
    withdrawn.release();
    await taking;
    await expect(late).rejects.toMatchObject({ code: 'invitation_over' });
    expect(await house.roleOf(invited)).toBeNull();
  });
});
