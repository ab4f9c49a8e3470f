import { readFileSync } from 'node:fs';
import { type APIRequestContext, request } from '@playwright/test';
import postgres from 'postgres';
import { adminPages, filled } from '../app/api/admin/testing/listing';
import { demoAccounts } from '../db/seed/accounts';
import { may } from '../lib/staff/policy';
import { type Permission, type Role, roles } from '../lib/staff/schema';
import { type RunningApp, startApp } from './support/app';
import { type Belongings, belongingsOf, mark, seen } from './support/belongings';
import { type Answer, type AskedPage, askEveryWay } from './support/page-ways';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const house = 'teatro-aurora';

let app: RunningApp;
let admin: postgres.Sql;
/** What nobody who is refused may read. */
let own: Belongings;
let alerts: string[];
test.beforeAll(async () => {
  app = await startApp();
  admin = postgres(app.adminUrl, { max: 2, onnotice: () => {} });
  await admin`
    INSERT INTO memberships (tenant_id, user_id, role)
    SELECT tenants.id, users.id, 'manager' FROM tenants, users
    WHERE slug = 'arena-pacifico' AND email = 'clara@example.org'`;
  await mark(admin, house);
  own = await belongingsOf(admin, house);
  alerts = (await admin`SELECT id FROM alerts`).map(({ id }) => id);
});
test.afterAll(async () => {
  await admin.end();
  await app.stop();
});

/** The cookies of somebody with that address; of nobody without one. */
async function cookiesOf(email?: string): Promise<APIRequestContext> {
  const context = await request.newContext();
  if (email) await signIn(context, app.url, email);
  return context;
}
const memberOf = (role: Role, tenant = house) =>
  demoAccounts.find((account) => account.tenant === tenant && account.role === role)!;

const nowhere = '0193c0de-0000-7000-8000-000000000000';
/** Each page with what it asks for, as its first line of code says. */
const pages = () =>
  adminPages().map(({ file, at }): AskedPage & { permission: Permission } => {
    const [, permission] = /staffPage\(\w+, '([a-z.]+)'\)/.exec(readFileSync(file, 'utf8')) ?? [];
    if (!permission) throw new Error(`${file} does not ask who reads it`);
    const path = `/es/admin/${house}${filled(at, nowhere)}`;
    return { at, path, permission: permission as Permission };
  });

/** Every page, each way that it can be had, is refused so, and tells nothing of the house. */
async function expectRefused(
  reader: APIRequestContext,
  refused: AskedPage[],
  refusal: Answer['refusal'],
  known: string[] = [],
): Promise<void> {
  for (const page of refused) {
    for (const { told, text, ...answer } of await askEveryWay(reader, app.url, page)) {
      if ('refusal' in answer) expect(answer.refusal, told).toBe(refusal);
      expect(seen(text, own, known), told).toEqual([]);
    }
  }
}

test('nobody who is not signed in sees a page of a house: each leads to the door', async () => {
  await expectRefused(await cookiesOf(), pages(), 'signed out');
});

for (const email of [memberOf('owner', 'arena-pacifico').email, 'clara@example.org']) {
  test(`for ${email}, of another house, no page of this one is there`, async () => {
    const stranger = await cookiesOf(email);
    await expectRefused(stranger, pages(), 'not found');
    // It is there for its own people: what is refused above is not refused by mistake.
    expect((await stranger.get(`${app.url}/es/admin/arena-pacifico/events`)).status()).toBe(200);
  });
}

for (const role of roles) {
  test(`the ${role} sees the pages that the role reaches, and of the others nothing`, async () => {
    const { email, name } = memberOf(role);
    const member = await cookiesOf(email);
    for (const { path, permission } of pages().filter((page) => may(role, page.permission))) {
      const answer = await member.get(app.url + path);
      expect(answer.status(), `${path}, ${permission}`).toBe(path.includes(nowhere) ? 404 : 200);
    }
    // The frame says whose house it is and who reads, and rings for the newest alert.
    const frame = ['Teatro Aurora', name, ...(may(role, 'alerts.see') ? alerts : [])];
    const beyond = pages().filter(({ permission }) => !may(role, permission));
    await expectRefused(member, beyond, 'forbidden', frame);
  });
}

test('what is not seen above is there to be seen: the owner reads it each way', async () => {
  const owner = await cookiesOf(memberOf('owner').email);
  for (const at of ['/events', '/team', '/audit', '/alerts']) {
    const page = { at, path: `/es/admin/${house}${at}` };
    for (const { told, text, ...answer } of await askEveryWay(owner, app.url, page)) {
      if (!('refusal' in answer)) continue;
      expect(answer.refusal, told).toBeNull();
      expect(seen(text, own, [memberOf('owner').name]), told).not.toEqual([]);
    }
  }
});

test('whoever may not see a page is told so, in the frame of the house', async ({ page }) => {
  await signIn(page.request, app.url, memberOf('scanner').email);
  await page.goto(`${app.url}/es/admin/${house}/settings`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Tu papel no llega hasta aquí');
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toContainText('Funciones');
});

test('an address of the house that leads nowhere says so in its frame, and leads back', async ({
  page,
}) => {
  await signIn(page.request, app.url, memberOf('owner').email);
  for (const at of ['/nada', `/alerts/${nowhere}`]) {
    const answer = await page.goto(`${app.url}/es/admin/${house}${at}`);
    expect(answer?.status(), at).toBe(404);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Esta puerta no da a ningún sitio');
    await expect(page.getByRole('navigation', { name: 'Secciones' })).toContainText('Alertas');
  }
  await page.getByRole('link', { name: 'Volver entre bastidores' }).click();
  await expect(page).toHaveURL(`${app.url}/es/admin/${house}`);
});

test('a session that was ended opens no page, although its cookie is still there', async () => {
  const { email } = memberOf('owner');
  const owner = await cookiesOf(email);
  expect((await owner.get(`${app.url}/es/admin/${house}/audit`)).url()).toContain('/audit');
  await admin`
    UPDATE user_sessions SET revoked_at = now()
    WHERE user_id = (SELECT id FROM users WHERE email = ${email})`;
  await expectRefused(owner, pages(), 'signed out');
  // The door lets in: it does not take the ended session for one.
  const door = await owner.get(`${app.url}/es/admin/${house}/audit`);
  expect(await door.text()).toContain('Contraseña');
});
