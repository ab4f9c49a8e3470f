import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { app, call, Stage, signed, signing } from './testing/endpoint';

const stage = new Stage();
vi.mock('@/lib/jobs/deps', () => ({ jobDeps: () => stage.deps() }));
stage.setUp();

describe('registration', () => {
  const ids = [
    'cleanup-expired-locks',
    'count-closed-hours',
    'drain-outbox',
    'forget-old-keys',
    'fulfil-order',
    'invite-member',
    'keep-history',
    'refund-payment',
    'tell-alert',
  ];

  it('tells Inngest every function, with the hash of the signing key', async () => {
    const { PUT } = await app();
    const response = await PUT(call('PUT'));
    expect(response.status).toBe(200);
    const { authorization, body } = stage.server.registrations.at(-1)!;
    const hash = createHash('sha256').update('0123abcd'.repeat(8), 'hex').digest('hex');
    expect(authorization).toBe(`Bearer signkey-prod-${hash}`);
    expect(body.url).toMatch(/^http:\/\/butaca\.test\/api\/inngest/);
    const functions = body.functions as { id: string; triggers: object[]; idempotency?: string }[];
    expect(functions.map(({ id }) => id).sort()).toEqual(ids.map((id) => `butaca-${id}`));
    const triggers = Object.fromEntries(functions.map((fn) => [fn.id, fn.triggers]));
    expect(triggers).toEqual({
      'butaca-cleanup-expired-locks': [{ cron: '*/7 * * * *' }],
      'butaca-count-closed-hours': [{ cron: '3-59/5 * * * *' }],
      'butaca-drain-outbox': [{ cron: '* * * * *' }],
      'butaca-forget-old-keys': [{ cron: '17 * * * *' }],
      'butaca-fulfil-order': [{ event: 'order/paid' }],
      'butaca-invite-member': [{ event: 'team/invited' }],
      'butaca-keep-history': [{ cron: '23 3 * * *' }],
      'butaca-refund-payment': [{ event: 'payment/refund.requested' }],
      'butaca-tell-alert': [{ event: 'alert/raised' }],
    });
  });

  it('asked for in the same exchange, answers with the functions to a signed request only', async () => {
    const { PUT } = await app();
    const body = { url: `${signing.origin}/api/inngest` };
    const kind = { 'x-inngest-sync-kind': 'in_band' };
    const refused = await PUT(call('PUT', kind, body));
    expect(refused.status).toBe(401);
    const answered = await PUT(call('PUT', { ...kind, ...signed(body) }, body));
    expect(answered.status).toBe(200);
    expect((await answered.json()).functions).toHaveLength(ids.length);
  });

  it('registers the address that the settings give, whatever host a request names', async () => {
    vi.stubEnv('PUBLIC_URL', 'https://entradas.example/');
    const { PUT } = await app();
    await PUT(call('PUT', { host: 'elsewhere.example' }));
    vi.stubEnv('PUBLIC_URL', undefined);
    expect(stage.server.registrations.at(-1)!.body.url).toMatch(
      /^https:\/\/entradas\.example\/api\/inngest/,
    );
  });
});

describe('without an Inngest', () => {
  it('there is nothing at the address, signed or not', async () => {
    for (const name of ['INNGEST_BASE_URL', 'INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY']) {
      vi.stubEnv(name, undefined);
    }
    const { GET, PUT, POST } = await app();
    for (const [method, handler] of Object.entries({ GET, PUT, POST })) {
      const answer = await handler(call(method, signed('')));
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 });
    }
  });
});
