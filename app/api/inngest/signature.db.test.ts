import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { inngestFunctions } from '@/inngest/functions';
import { runRequest } from '@/inngest/testing/run';
import { signature } from '@/inngest/testing/server';
import { app, call, Stage, signed, signing } from './testing/endpoint';

const stage = new Stage();
vi.mock('@/lib/jobs/deps', () => ({ jobDeps: () => stage.deps() }));
stage.setUp();

describe('a signature', () => {
  it('opens the introspection, and its lack or a wrong one does not', async () => {
    const { GET } = await app();
    const known = await GET(call('GET', signed('')));
    expect(known.status).toBe(200);
    const all = inngestFunctions(() => stage.deps(), { cleanupMinutes: 7 });
    expect(await known.json()).toMatchObject({ mode: 'cloud', function_count: all.length });
    expect((await GET(call('GET'))).status).toBe(401);
    const wrong = { 'x-inngest-signature': signature('signkey-prod-ffff', '') };
    expect((await GET(call('GET', wrong))).status).toBe(401);
  });

  it('over another body, by another key, too old or missing runs nothing', async () => {
    const { POST } = await app();
    const sign = (as: (body: unknown) => string | null) => async () => {
      const request = runRequest(stage.fulfilment(), signing);
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
    expect(stage.sent).toEqual([]);
  });

  it('on the answer lets Inngest know that it is ours', async () => {
    const { POST } = await app();
    const answer = await POST(runRequest(stage.fulfilment(), signing));
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
