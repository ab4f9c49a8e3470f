import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DomainError } from '@/lib/errors';
import { takeToken } from './rate-limit';
import { newSessionKey } from './session-cookie';

const asked = { headers: new Headers() };
vi.mock('next/headers', () => ({
  headers: async () => {
    asked.headers.set('cookie', `butaca_session=${newSessionKey()}`);
    return asked.headers;
  },
}));
vi.mock('@/lib/database', () => ({ database: () => null }));
vi.mock('@/lib/tenants/queries', () => ({ tenantBySlug: async () => ({ id: 1 }) }));

const { action } = await import('./action');
const { limitRequestRate } = await import('./request-rate');

const from = (address: string) => new Headers({ 'x-forwarded-for': `spoofed, ${address}` });

// Time stands still: what is spent does not come back.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** How many requests are let through before one is refused. */
function through(ask: () => void): number {
  for (let n = 0; ; n += 1) {
    try {
      ask();
    } catch (error) {
      expect((error as DomainError).code).toBe('rate_limited');
      return n;
    }
  }
}

describe('who asks too much', () => {
  it('is refused by its session, from wherever it comes', () => {
    const session = newSessionKey();
    let n = 0;
    expect(through(() => limitRequestRate(from(`10.0.0.${n++ % 200}`), session))).toBe(800);
  });

  it('is refused by its address, whatever it says before the proxy’s own word', () => {
    let n = 0;
    const ask = () =>
      limitRequestRate(new Headers({ 'x-forwarded-for': `10.9.${n++}.1, 10.1.1.1` }), null);
    expect(through(ask)).toBe(20_000);
  });

  it('is refused in actions too, with a new session each time', async () => {
    asked.headers = from('10.2.2.2');
    through(() => limitRequestRate(asked.headers, null));
    expect(await action('try', 'teatro', async () => 'done')).toMatchObject({
      ok: false,
      error: { code: 'rate_limited', retryAfterSeconds: 1 },
    });
  });

  it('does not push a guesser of passwords out of memory with new sessions', () => {
    const rate = { capacity: 1, perSecond: 0.001 };
    expect(takeToken('sign-in-from', '203.0.113.9', rate).ok).toBe(true);
    for (let n = 0; n < 60_000; n += 1) takeToken('session', `${n}`, rate);
    expect(takeToken('sign-in-from', '203.0.113.9', rate).ok).toBe(false);
  });
});
