import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { config } from '@/lib/config';
import type { StaffContext } from '@/lib/context';
import { heldBack } from '@/lib/locks/testing/waiting';
import { acceptInvitation } from './accept';
import { invitationKey } from './invitation-key';
import { unansweredInvitations } from './invitations';
import { invite, withdrawInvitation } from './invite';
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
const ask = (email: string) => invite(owner, { email, role: 'scanner', locale: 'es' });

/** The link that the mail holds. */
async function linkOf(id: string) {
  const letter = await invitationLetter(owner, id);
  if (!letter) throw new Error(`no letter for ${id}`);
  return { id, key: letter.key };
}
const runOut = (id: string) =>
  base.admin`UPDATE invitations SET expires_at = clock_timestamp() WHERE id = ${id}`;

describe('who is invited', () => {
  let email: string;
  let id: string;
  let link: { id: string; key: string };
  let invited: string;
  const accept = (userId = invited, given = link, db = base.db) =>
    acceptInvitation(db, userId, given);
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
    const [row] = await base.admin`SELECT slug FROM tenants WHERE id = ${house.tenantId}`;
    expect(tenant).toBe(row!.slug);
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
    const [again] = await unansweredInvitations(owner);
    const keyed = { tenantId: house.tenantId, id: second, expiresAt: again!.expiresAt };
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
