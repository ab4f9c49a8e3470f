import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { asked, overheard } from './testing/asked';
import { adminPages, load } from './testing/listing';
import { type Caller, everybody, expected } from './testing/people';

const request = { headers: new Headers() };
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('@/lib/http/staff', async (original) => overheard(await original()));
vi.mock('@/lib/i18n/navigation', () => ({
  redirect: ({ href }: { href: { pathname: string } | string }) => {
    throw new Error(`to ${typeof href === 'string' ? href : href.pathname}`);
  },
}));
const { staffPage } = await import('@/lib/http/staff');

type Page = (props: object) => Promise<unknown>;

let wire: Wire;
let house: Hall;
let callers: Caller[];
beforeAll(async () => {
  // What next.config.ts switches on for the product.
  process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = '1';
  wire = await openWire();
  house = await wire.hall();
  callers = await everybody(wire.admin, house, await wire.hall());
});
afterAll(() => wire.close());

const refusals: Record<string, string> = {
  'to /sign-in': 'signed out',
  'NEXT_HTTP_ERROR_FALLBACK;403': 'forbidden',
  'NEXT_HTTP_ERROR_FALLBACK;404': 'not found',
};

/** What is wrong with whom a page receives, of those that it must not; empty when nothing is. */
async function faultsOf(name: string, page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const caller of callers) {
    request.headers = new Headers(caller.cookie ? { cookie: caller.cookie } : {});
    asked.length = 0;
    const params = Promise.resolve({ locale: 'es', tenant: house.slug });
    const outcome = await page({ params, searchParams: Promise.resolve({}) }).then(
      () => 'received',
      (error: Error) => refusals[error.message] ?? `received, ${error.message}`,
    );
    const [permission] = asked;
    if (!permission) return [`${name} asks nobody who they are`];
    const wanted = expected(caller, permission);
    // How a page looks to who may see it is the browser's to tell.
    if (wanted && outcome !== wanted) faults.push(`${name}, ${caller.who}: ${outcome}`);
  }
  return faults;
}

describe('the pages of the organizer’s side', () => {
  it('receive whose role reaches, and nobody else: each one', { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    for (const each of adminPages()) {
      const { default: page } = await load(each);
      faults.push(...(await faultsOf(each.file, page as Page)));
    }
    expect(faults).toEqual([]);
  });

  it('cannot forget to ask without this test’s telling', async () => {
    expect(await faultsOf('planted', async () => 'a secret')).toEqual([
      'planted asks nobody who they are',
    ]);
    type Params = { params: Promise<{ locale: string; tenant: string }> };
    const shut = async ({ params }: Params) => {
      await staffPage(params, 'audit.see');
      return 'a secret';
    };
    expect(await faultsOf('planted', shut as Page)).toEqual([]);
    const lax = async (props: Params) => shut(props).catch(() => 'a secret');
    const refused = callers.filter((caller) => expected(caller, 'audit.see'));
    expect(await faultsOf('planted', lax as Page)).toEqual(
      refused.map(({ who }) => `planted, ${who}: received`),
    );
  });
});
