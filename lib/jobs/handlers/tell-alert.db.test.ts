import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Figures } from '@/lib/alerts/schema';
import { JobStage } from '../testing/stage';

const stage = new JobStage();
const figures: Figures = { count: 60, peak: 60, threshold: 40, windowSeconds: 300, mailed: 1 };
let alertId: string;

beforeEach(async () => {
  alertId = randomUUID();
  await stage.base.admin`
    INSERT INTO alerts (tenant_id, id, kind, source_kind, source, figures)
    VALUES (${stage.order.tenantId}, ${alertId}, 'session_units', 'session', ${'s'.repeat(40)},
      ${stage.base.admin.json(figures)})`;
});

async function member(role: string): Promise<{ id: string; email: string }> {
  const [id, email] = [randomUUID(), `${role}-${randomUUID()}@example.org`];
  await stage.base.admin`INSERT INTO users (id, email, name, password_hash)
    VALUES (${id}, ${email}, 'Nora', '')`;
  await stage.base.admin`INSERT INTO memberships (tenant_id, user_id, role)
    VALUES (${stage.order.tenantId}, ${id}, ${role})`;
  return { id, email };
}

const raised = (userId?: string) =>
  stage.put({
    name: 'alert/raised',
    data: { tenantId: stage.order.tenantId, alertId, ...(userId ? { userId } : {}) },
  });
const told = () => stage.sent.map(({ to }) => to.address).sort();

describe('an alert', () => {
  it('is told to owners and managers, each once, and to nobody else', async () => {
    const [owner, manager] = [await member('owner'), await member('manager')];
    await member('box_office');
    await member('scanner');
    await raised();
    await stage.drain();
    expect(told()).toEqual([owner.email, manager.email].sort());
  });

  it('whose second mail fails goes on there, and does not send the first again', async () => {
    await member('owner');
    await member('manager');
    const { sendMail } = stage.deps;
    let calls = 0;
    stage.deps.sendMail = async (mail) => {
      if (++calls === 2) throw new Error('no mail server');
      return sendMail(mail);
    };
    await raised();
    expect(await stage.drain()).toEqual({ sent: 0, failed: 1 });
    await stage.retryNow();
    expect(await stage.drain()).toEqual({ sent: 1, failed: 0 });
    expect(new Set(told()).size).toBe(2);
    expect(stage.sent).toHaveLength(2);
  });

  it('that is a test goes to the one who asked for it', async () => {
    await member('owner');
    const manager = await member('manager');
    await raised(manager.id);
    await stage.drain();
    expect(told()).toEqual([manager.email]);
  });

  it('says what happened, the figures and the way to it, in the house’s own language', async () => {
    await member('owner');
    await stage.base
      .admin`UPDATE tenants SET languages = '{en}' WHERE id = ${stage.order.tenantId}`;
    await raised();
    await stage.drain();
    const { subject, text, html } = stage.sent[0]!;
    expect(subject).toBe('Teatro Lírico: Many tickets in one session');
    expect(text).toMatch(/Session [0-9A-Z]{6} locked 60 tickets within 5 minutes\./);
    expect(text).toContain('- Alert above: 40 tickets');
    expect(text).toMatch(
      /https:\/\/butaca\.example\/en\/admin\/t-[0-9a-f]+\/alerts\/[0-9a-f-]{36}/,
    );
    for (const said of [text, html]) expect(said).not.toContain('s'.repeat(40));
    expect(html).toContain('lang="en"');
  });

  it('the last of an hour says that there are more', async () => {
    await member('owner');
    await stage.base
      .admin`UPDATE alerts SET figures = figures || '{"mailed": 2}' WHERE id = ${alertId}`;
    await raised();
    await stage.drain();
    expect(stage.sent[0]!.text).toContain('Han saltado muchas alertas');
  });
});
