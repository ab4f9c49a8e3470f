import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { processWide } from '@/lib/process-wide';
import { changeLogo } from '@/lib/tenants/logo';
import { forgetTenants } from '@/lib/tenants/queries';
import { png } from '@/lib/tenants/testing/pictures';
import { GET, POST } from './route';

let base: TestDatabase;
let hall: Hall;
beforeAll(async () => {
  base = await testDatabase();
  processWide('connection', () => ({ sql: base.sql, db: base.db }));
});
afterAll(() => base.drop());
beforeEach(async () => {
  hall = await createHall(base.admin);
  forgetTenants();
});

const logo = png(48, 48);
const ask = (query = '', slug = hall.slug) =>
  GET(new Request(`http://localhost/api/tenants/${slug}/logo${query}`));
async function give(bytes: Buffer | null, based: string | null = null): Promise<string> {
  const ctx: StaffContext = {
    db: base.db,
    tenantId: hall.tenantId,
    actor: { kind: 'staff', userId: randomUUID(), name: 'Íñigo', role: 'manager' },
  };
  return (await changeLogo(ctx, based, bytes)).changes[0]?.after as string;
}

it('a logo is a picture and nothing else, kept for good under the name of its content', async () => {
  const hash = await give(logo);
  const answer = await ask(`?v=${hash}`);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(logo)).toBe(true);
});

it('a logo without its hash is asked for each time', async () => {
  await give(logo);
  expect((await ask()).headers.get('cache-control')).toBe('no-cache');
});

it('a logo that is no longer the house’s is gone at once, and the new one is there', async () => {
  const first = await give(logo);
  const second = await give(png(64, 64), first);
  expect([(await ask(`?v=${first}`)).status, (await ask(`?v=${second}`)).status]).toEqual([
    404, 200,
  ]);
  await give(null, second);
  expect((await ask(`?v=${second}`)).status).toBe(404);
});

it('a house without a logo, and no house at all, have none', async () => {
  for (const answer of [await ask(), await ask('', 'nobody'), await ask('?v=0123456789abcdef')]) {
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  }
  const posted = await POST(new Request('http://localhost/api/tenants/x/logo', { method: 'POST' }));
  expect(posted.status).toBe(405);
});
