import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import type { ActionResult } from '@/lib/http/problem';
import { asked, overheard } from './testing/asked';
import { callable, load, staffActions } from './testing/listing';
import { type Caller, everybody, expected } from './testing/people';

const request = { headers: new Headers() };
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('next/cache', () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));
vi.mock('@/lib/http/staff', async (original) => overheard(await original()));
const { staffAction } = await import('@/lib/http/staff');

type Action = (slug: string, ...input: unknown[]) => Promise<ActionResult<unknown>>;

let wire: Wire;
let house: Hall;
let callers: Caller[];
beforeAll(async () => {
  wire = await openWire();
  house = await wire.hall();
  callers = await everybody(wire.admin, house, await wire.hall());
});
afterAll(() => wire.close());

async function actions(): Promise<[name: string, action: Action][]> {
  const listed = await Promise.all(
    staffActions().map(async (each) =>
      Object.entries(await load(each)).map(([name, action]): [string, Action] => [
        `${each.file} ${name}`,
        action as Action,
      ]),
    ),
  );
  return listed.flat();
}

const codes = { sign_in_required: 'signed out', forbidden: 'forbidden', not_found: 'not found' };

/** What is wrong with whom an action obeys; empty when nothing is. One caller after the other. */
async function faultsOf(name: string, action: Action): Promise<string[]> {
  const faults: string[] = [];
  for (const caller of callers) {
    request.headers = new Headers(caller.cookie ? { cookie: caller.cookie } : {});
    asked.length = 0;
    const result = await action(house.slug, {}, {}, {}).catch((error: Error) => error);
    const [permission] = asked;
    if (!permission) return [`${name} asks nobody who they are`];
    const wanted = expected(caller, permission);
    const code = result instanceof Error || result.ok ? null : result.error.code;
    const got = code && code in codes ? codes[code as keyof typeof codes] : null;
    // Whoever is let in is told what is wrong with `{}`, or that it names nothing of the house.
    if (wanted ? got !== wanted : got === 'signed out' || got === 'forbidden')
      faults.push(`${name}, ${caller.who}: ${got ?? code ?? 'obeyed'}`);
  }
  return faults;
}

describe('the actions of the organizer’s side', () => {
  it('obey whose role reaches, and nobody else: each one', async () => {
    const faults: string[] = [];
    for (const [name, action] of await actions()) faults.push(...(await faultsOf(name, action)));
    expect(faults).toEqual([]);
  });

  it('are nowhere else: what a browser can call is a buyer’s, or is walked above', () => {
    const names = callable().map((file) => file.replace(/^lib\/\w+\//, ''));
    expect([...new Set(names)].sort()).toEqual(['actions.ts', 'staff-actions.ts']);
  });

  it('cannot forget to ask without this test’s telling', async () => {
    const done = vi.fn(async () => 'done');
    const open: Action = async () => ({ ok: true, data: await done() });
    expect(await faultsOf('planted', open)).toEqual(['planted asks nobody who they are']);

    done.mockClear();
    const shut: Action = (slug) => staffAction(slug, 'audit.see', done);
    expect(await faultsOf('planted', shut)).toEqual([]);
    // The owner and the manager.
    expect(done).toHaveBeenCalledTimes(2);

    const deaf: Action = async (slug) => {
      await shut(slug);
      return { ok: true, data: 'done all the same' };
    };
    const refused = callers.filter((caller) => expected(caller, 'audit.see'));
    expect(await faultsOf('planted', deaf)).toEqual(
      refused.map(({ who }) => `planted, ${who}: obeyed`),
    );
  });
});
