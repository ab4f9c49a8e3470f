import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET as csv } from '@/app/api/admin/[tenant]/analytics/csv/route';
import { GET as heat } from '@/app/api/admin/[tenant]/heat/route';
import { GET as replay } from '@/app/api/admin/[tenant]/replay/route';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { staffMember } from '@/lib/users/testing/sign-in';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

let wire: Wire;
let house: Hall;
beforeAll(async () => {
  wire = await openWire();
  house = await wire.hall();
  // Time stands still: what is spent does not come back.
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await wire.close();
});

const newCookie = async () => (await staffMember(wire.admin, house.tenantId, 'owner')).cookie;
const period = { from: '2026-01-01', to: '2026-01-02' };
const questions = (): [string, typeof csv, string, Record<string, string>, number][] => [
  ['a file of rows', csv, 'analytics/csv', { table: 'locks', ...period }, 10],
  ['a file of figures', csv, 'analytics/csv', { table: 'days', ...period }, 40],
  ['the heat map', heat, 'heat', { event: house.eventId }, 30],
  ['the replay', replay, 'replay', { event: house.eventId }, 30],
];

async function ask(
  [, handler, path, query]: ReturnType<typeof questions>[number],
  headers: Record<string, string>,
): Promise<Response> {
  const url = `http://localhost/api/admin/${house.slug}/${path}?${new URLSearchParams(query)}`;
  return await handler(new Request(url, { headers }));
}

it.each([0, 1, 2, 3])(
  'one account asks for no more than it may at once, others go on: %i',
  async (at) => {
    const question = questions()[at]!;
    const [what, , , , most] = question;
    const [cookie, another] = [await newCookie(), await newCookie()];
    for (let n = 0; n < most; n++) {
      const answer = await ask(question, { cookie });
      expect(answer.status, `${what} ${n}`).toBe(200);
      await answer.body?.cancel();
    }
    const refused = await ask(question, { cookie });
    expect(refused.status, what).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(await refused.json()).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: seconds,
    });
    expect((await ask(question, { cookie: another })).status).toBe(200);
    vi.advanceTimersByTime(seconds * 1_000);
    expect((await ask(question, { cookie })).status).toBe(200);
  },
);

it('whoever opens one file too many in a browser reads why, in the language of the page', async () => {
  const cookie = await newCookie();
  const opened = { cookie, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const file = questions()[0]!;
  for (let n = 0; n < 10; n++) await (await ask(file, opened)).body?.cancel();
  for (const [locale, words] of Object.entries({ es, en })) {
    const [name, handler, path, query, most] = file;
    const answer = await ask([name, handler, path, { ...query, locale }, most], opened);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(Number(answer.headers.get('retry-after'))).toBe(5);
    expect((await answer.text()).trim()).toBe(words.errors.rate_limited);
  }
});
