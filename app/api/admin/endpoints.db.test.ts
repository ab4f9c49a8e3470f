import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { refuses } from '@/lib/http/methods';
import { overheard, permissionOf } from './testing/asked';
import { adminEndpoints, filled, load } from './testing/listing';
import { type Caller, everybody, expected, type Refusal } from './testing/people';

vi.mock('@/lib/http/staff', async (original) => overheard(await original()));
const { staffRoute } = await import('@/lib/http/staff');
const { json, route } = await import('@/lib/http/route');

type Handler = (request: Request) => Response | Promise<Response>;
type Endpoint = { method: string; at: string; handler: Handler };

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const words: Record<number, Refusal> = { 401: 'signed out', 403: 'forbidden', 404: 'not found' };
const codes = {
  'signed out': 'sign_in_required',
  forbidden: 'forbidden',
  'not found': 'not_found',
};
const nowhere = '0193c0de-0000-7000-8000-000000000000';

let wire: Wire;
let house: Hall;
let callers: Caller[];
beforeAll(async () => {
  wire = await openWire();
  house = await wire.hall();
  callers = await everybody(wire.admin, house, await wire.hall());
});
afterAll(() => wire.close());

/** Every method that an address takes. */
async function endpoints(): Promise<Endpoint[]> {
  const listed = await Promise.all(
    adminEndpoints().map(async (each) => {
      const module = await load(each);
      return methods
        .map((method) => ({ method, at: each.at, handler: module[method] as Handler }))
        .filter(({ handler }) => handler && !refuses(handler));
    }),
  );
  return listed.flat();
}

/** What is wrong with whom an endpoint lets in; empty when nothing is. */
async function faultsOf({ method, at, handler }: Endpoint): Promise<string[]> {
  const permission = permissionOf(handler);
  if (!permission) return [`${method} ${at} asks nobody who they are`];
  const faults = await Promise.all(
    callers.map(async (caller) => {
      const wanted = expected(caller, permission);
      const got = await answerTo(caller, { method, at, handler });
      return got === (wanted ?? 'let in') ? [] : [`${method} ${at}, ${caller.who}: ${got}`];
    }),
  );
  return faults.flat();
}

async function answerTo({ cookie, refusal, role }: Caller, endpoint: Endpoint): Promise<string> {
  const leaving = new AbortController();
  const url = `http://localhost/api/admin/${house.slug}${filled(endpoint.at, nowhere)}`;
  const hasBody = !['GET', 'HEAD'].includes(endpoint.method);
  const response = await endpoint.handler(
    new Request(url, {
      method: endpoint.method,
      headers: cookie ? { cookie } : {},
      signal: leaving.signal,
      ...(hasBody ? { body: '{}' } : {}),
    }),
  );
  const said = words[response.status];
  // Whoever is let in may yet ask for what is not there.
  if (!said || (said === 'not found' && role && !refusal)) {
    leaving.abort();
    await response.body?.cancel();
    return response.status < 500 ? 'let in' : `${response.status}`;
  }
  const { code } = (await response.json()) as { code: string };
  return code === codes[said] ? said : code;
}

describe('the endpoints of the organizer’s side', () => {
  it('let in whose role reaches, and nobody else: each method of each', async () => {
    const faults = await Promise.all((await endpoints()).map(faultsOf));
    expect(faults.flat()).toEqual([]);
  });

  it('cannot forget to ask without this test’s telling', async () => {
    const planted = (handler: Handler) => faultsOf({ method: 'GET', at: '/planted', handler });
    const forgotten = ['GET /planted asks nobody who they are'];
    const open = route('GET /planted', async () => json({ secret: 1 }));
    expect(await planted(open)).toEqual(forgotten);
    expect(await planted(staffRoute('GET /planted', 'audit.see', async () => json({})))).toEqual(
      [],
    );
    const inside = staffRoute('GET /planted', 'audit.see', async () => json({}));
    expect(await planted((request) => inside(request))).toEqual(forgotten);
  });
});
