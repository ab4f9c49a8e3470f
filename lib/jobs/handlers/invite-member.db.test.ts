import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { invitationLetter } from '@/lib/staff/queries';
import { JobStage } from '../testing/stage';

const stage = new JobStage();

/** An open invitation of the stage's theatre; its id. */
async function invitation(email = 'luis@example.org'): Promise<string> {
  const id = randomUUID();
  await stage.base.admin`
    INSERT INTO invitations (tenant_id, id, email, role, locale, expires_at)
    VALUES (${stage.order.tenantId}, ${id}, ${email}, 'scanner', 'es', now() + interval '7 days')`;
  return id;
}
const invited = (invitationId: string) =>
  stage.put({ name: 'team/invited', data: { tenantId: stage.order.tenantId, invitationId } });

describe('somebody invited to a team', () => {
  it('is written to once, with the link that opens the invitation', async () => {
    const id = await invitation();
    const eventId = await invited(id);
    expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
    const [mail, ...more] = stage.sent;
    expect(more).toEqual([]);
    expect(mail!.to.address).toBe('luis@example.org');
    expect(mail!.messageId).toBe(`<${eventId}.invitation@butaca.example>`);
    const letter = await invitationLetter(stage.ctx, id);
    expect(mail!.text).toContain(
      `https://butaca.example/es/invitation/${id}?key=${encodeURIComponent(letter!.key)}`,
    );
  });

  it('is written to when the mail server is back', async () => {
    await invited(await invitation());
    const { sendMail } = stage.deps;
    stage.deps.sendMail = async () => {
      throw new Error('no mail server');
    };
    expect(await stage.drain()).toEqual({ sent: 0, failed: 1 });
    stage.deps.sendMail = sendMail;
    await stage.retryNow();
    await stage.drain();
    await stage.drain();
    expect(stage.sent).toHaveLength(1);
  });

  it.each(['revoked_at = now()', 'accepted_at = now()', 'expires_at = now()'])(
    'is left alone once the invitation is no longer open: %s',
    async (change) => {
      const id = await invitation();
      await stage.base.admin.unsafe(`UPDATE invitations SET ${change} WHERE id = '${id}'`);
      await invited(id);
      expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
      expect(stage.sent).toEqual([]);
    },
  );

  it('leaves neither key nor address in what is stored of the job', async () => {
    const id = await invitation();
    await invited(id);
    await stage.drain();
    const letter = await invitationLetter(stage.ctx, id);
    const stored = JSON.stringify([
      await stage.base.admin`SELECT * FROM job_steps`,
      await stage.base.admin`SELECT * FROM outbox`,
    ]);
    expect(stored).toContain('send-invitation');
    expect(stored).not.toContain('luis@example.org');
    expect(stored).not.toContain(letter!.key);
  });

  it('by an event without an invitation is set aside', async () => {
    await stage.base.admin`
      INSERT INTO outbox (tenant_id, id, name, data)
      VALUES (${stage.order.tenantId}, ${randomUUID()}, 'team/invited', '{}')`;
    await stage.drain();
    const [row] = await stage.base.admin`SELECT last_error FROM outbox`;
    expect(row!.last_error).toMatch(/^PermanentFailure: not an invitation/);
  });
});
