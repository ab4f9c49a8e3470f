import { createHash } from 'node:crypto';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type PaidOrder, paidOrder } from '@/db/testing/paid-order';
import { advance, newRun, runRequest, toTheEnd } from '@/inngest/testing/run';
import { inngestServer, signature } from '@/inngest/testing/server';
import type { JobDeps } from '@/lib/jobs/handler';
import type { Mail } from '@/lib/mail/schema';

const signing = {
  origin: 'http://butaca.test',
  signingKey: `signkey-prod-${'0123abcd'.repeat(8)}`,
};
const sent: Mail[] = [];
const sendMail = vi.fn();
const cleanupExpiredLocks = vi.fn(async () => ({ expired: 2, released: 1 }));
const refundPayment = vi.fn();

let base: TestDatabase;
let server: Awaited<ReturnType<typeof inngestServer>>;
let order: PaidOrder;

vi.mock('@/lib/jobs/deps', () => ({
  jobDeps: (): JobDeps => ({
    db: base.db,
    sendMail,
    refundPayment,
    cleanupExpiredLocks,
    publicUrl: 'https://butaca.example',
  }),
}));

/** The app as a process that has just started. */
async function app() {
  vi.resetModules();
  delete (globalThis as { butaca?: unknown }).butaca;
  return import('./route');
}

beforeAll(async () => {
  [base, server] = await Promise.all([testDatabase(), inngestServer()]);
  vi.stubEnv('DATABASE_URL', base.url);
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32));
  vi.stubEnv('CART_LOCK_CLEANUP_INTERVAL', '7.5');
  vi.stubEnv('INNGEST_BASE_URL', server.url);
  vi.stubEnv('INNGEST_EVENT_KEY', 'event-key');
  vi.stubEnv('INNGEST_SIGNING_KEY', signing.signingKey);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([base.drop(), server.close()]);
});

beforeEach(async () => {
  for (const log of ['error', 'warn'] as const) vi.spyOn(console, log).mockImplementation(() => {});
  sent.length = 0;
  sendMail.mockReset().mockImplementation(async (mail: Mail) => {
    sent.push(mail);
    return { messageId: mail.messageId };
  });
  order = await paidOrder(base.admin);
});

const call = (method: string, headers: Record<string, string> = {}, body?: unknown) =>
  new NextRequest(`${signing.origin}/api/inngest`, {
    method,
    headers: { host: 'butaca.test', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const signed = (body: unknown) => ({ 'x-inngest-signature': signature(signing.signingKey, body) });
const paid = () => ({
  id: '01980000-0000-7000-8000-000000000001',
  name: 'order/paid',
  data: { tenantId: order.tenantId, orderId: order.orderId },
});
const fulfilment = () => newRun('butaca-fulfil-order', paid());
const confirmedAt = async () =>
  (await base.admin`SELECT confirmed_at FROM orders WHERE id = ${order.orderId}`)[0]!.confirmed_at;

describe('registration', () => {
  const ids = ['cleanup-expired-locks', 'drain-outbox', 'fulfil-order', 'refund-payment'];

  it('tells Inngest every function, with the hash of the signing key', async () => {
    const { PUT } = await app();
    const response = await PUT(call('PUT'));
    expect(response.status).toBe(200);
    const { authorization, body } = server.registrations.at(-1)!;
    const hash = createHash('sha256').update('0123abcd'.repeat(8), 'hex').digest('hex');
    expect(authorization).toBe(`Bearer signkey-prod-${hash}`);
    expect(body.url).toMatch(/^http:\/\/butaca\.test\/api\/inngest/);
    const functions = body.functions as { id: string; triggers: object[]; idempotency?: string }[];
    expect(functions.map(({ id }) => id).sort()).toEqual(ids.map((id) => `butaca-${id}`));
    const triggers = Object.fromEntries(functions.map((fn) => [fn.id, fn.triggers]));
    expect(triggers).toEqual({
      'butaca-cleanup-expired-locks': [{ cron: '*/7 * * * *' }],
      'butaca-drain-outbox': [{ cron: '* * * * *' }],
      'butaca-fulfil-order': [{ event: 'order/paid' }],
      'butaca-refund-payment': [{ event: 'payment/refund.requested' }],
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
    expect(server.registrations.at(-1)!.body.url).toMatch(
      /^https:\/\/entradas\.example\/api\/inngest/,
    );
  });
});

describe('a signature', () => {
  it('opens the introspection, and its lack or a wrong one does not', async () => {
    const { GET } = await app();
    const known = await GET(call('GET', signed('')));
    expect(known.status).toBe(200);
    expect(await known.json()).toMatchObject({ mode: 'cloud', function_count: 4 });
    expect((await GET(call('GET'))).status).toBe(401);
    const wrong = { 'x-inngest-signature': signature('signkey-prod-ffff', '') };
    expect((await GET(call('GET', wrong))).status).toBe(401);
  });

  it('over another body, by another key, too old or missing runs nothing', async () => {
    const { POST } = await app();
    const sign = (as: (body: unknown) => string | null) => async () => {
      const request = runRequest(fulfilment(), signing);
      const value = as(await request.clone().json());
      if (value === null) request.headers.delete('x-inngest-signature');
      else request.headers.set('x-inngest-signature', value);
      return POST(request);
    };
    const hourAgo = Math.round(Date.now() / 1000) - 3600;
    const attempts = [
      sign((body) => signature(signing.signingKey, { ...(body as object), steps: { a: 1 } })),
      sign((body) => signature(`signkey-prod-${'f'.repeat(64)}`, body)),
      sign((body) => signature(signing.signingKey, body, hourAgo)),
      sign(() => 't=&s='),
      sign(() => null),
    ];
    for (const attempt of attempts) expect((await attempt()).status).toBe(401);
    expect(sent).toEqual([]);
  });

  it('on the answer lets Inngest know that it is ours', async () => {
    const { POST } = await app();
    const answer = await POST(runRequest(fulfilment(), signing));
    const [t, s] = answer.headers.get('x-inngest-signature')!.split('&');
    const body = await answer.text();
    expect(`${t}&${s}`).toBe(signature(signing.signingKey, body, Number(t!.slice(2))));
  });
});

describe('a body', () => {
  it.each(['not JSON', '{"a":', 'null', ''])('of %j is refused, not an error', async (body) => {
    const { POST } = await app();
    const request = new NextRequest(`${signing.origin}/api/inngest?fnId=butaca-fulfil-order`, {
      method: 'POST',
      headers: {
        host: 'butaca.test',
        'x-inngest-signature': signature(signing.signingKey, body),
      },
      body,
    });
    const { status } = await POST(request);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('a run', () => {
  it('takes one step a request and ends with the order confirmed by one mail', async () => {
    const { POST } = await app();
    const run = await toTheEnd(fulfilment(), POST, signing);
    expect(run).toMatchObject({
      status: 'completed',
      output: { orderId: order.orderId, sent: true },
      errors: [],
    });
    expect(Object.keys(run.steps)).toHaveLength(3);
    expect(sent.map(({ messageId }) => messageId)).toEqual([
      '<01980000-0000-7000-8000-000000000001.confirmation@butaca.example>',
    ]);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('retries a step that failed, and only that one', async () => {
    sendMail.mockRejectedValueOnce(new Error('no mail server'));
    const { POST } = await app();
    const run = await toTheEnd(fulfilment(), POST, signing);
    expect(run).toMatchObject({ status: 'completed', errors: ['no mail server'] });
    expect(sent).toHaveLength(1);
  });

  it('goes on in a new process where the old one stopped, without a second mail', async () => {
    const run = fulfilment();
    const before = await app();
    await advance(run, before.POST, signing);
    await advance(run, before.POST, signing);
    expect(sent).toHaveLength(1);
    expect(await confirmedAt()).toBeNull();
    const after = await app();
    expect(after.POST).not.toBe(before.POST);
    await toTheEnd(run, after.POST, signing);
    expect(run.status).toBe('completed');
    expect(sent).toHaveLength(1);
    expect(await confirmedAt()).toBeInstanceOf(Date);
  });

  it('of an order that is not there fails for good', async () => {
    const { POST } = await app();
    const event = { ...paid(), data: { ...paid().data, orderId: crypto.randomUUID() } };
    const run = await toTheEnd(newRun('butaca-fulfil-order', event), POST, signing, 20);
    expect(run.status).toBe('failed');
    expect(run.errors).toHaveLength(1);
  });

  it('of the cleanup does it', async () => {
    const { POST } = await app();
    const tick = { id: '1', name: 'inngest/scheduled.timer', data: { cron: '*/7 * * * *' } };
    const run = await toTheEnd(newRun('butaca-cleanup-expired-locks', tick), POST, signing);
    expect(run).toMatchObject({ status: 'completed', output: { expired: 2, released: 1 } });
  });

  it('of the drain sends each event to Inngest under its own id', async () => {
    await base.admin`
      INSERT INTO outbox (tenant_id, id, name, data)
      VALUES (${order.tenantId}, ${paid().id}, 'order/paid', ${base.admin.json(paid().data)})`;
    const { POST } = await app();
    const tick = { id: '2', name: 'inngest/scheduled.timer', data: { cron: '* * * * *' } };
    const run = await toTheEnd(newRun('butaca-drain-outbox', tick), POST, signing);
    expect(run).toMatchObject({ status: 'completed', output: { sent: 1, failed: 0 } });
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]).toMatchObject({ key: 'event-key', events: [paid()] });
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
