import { readFileSync } from 'node:fs';
import { type APIRequestContext, request } from '@playwright/test';
import postgres from 'postgres';
import { adminEndpoints, adminPages, filled } from '../app/api/admin/testing/listing';
import { demoAccounts } from '../db/seed/accounts';
import { may } from '../lib/staff/policy';
import { type Permission, type Role, roles } from '../lib/staff/schema';
import { type RunningApp, startApp } from './support/app';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const house = 'teatro-aurora';
/** Written into everything that the other house calls its own: it must not be seen from here. */
const mark = 'AJENA';

let app: RunningApp;
let admin: postgres.Sql;
let otherId: number;
test.beforeAll(async () => {
  app = await startApp();
  admin = postgres(app.adminUrl, { max: 2, onnotice: () => {} });
  const [other] = await admin`SELECT id FROM tenants WHERE slug = 'arena-pacifico'`;
  otherId = other!.id;
  await admin`
    INSERT INTO memberships (tenant_id, user_id, role)
    SELECT ${otherId}, id, 'manager' FROM users WHERE email = 'clara@example.org'`;
  for (const table of ['events', 'zones', 'venues'])
    await admin`UPDATE ${admin(table)} SET name = name || ${mark} WHERE tenant_id = ${otherId}`;
  await admin`
    INSERT INTO audit_log (tenant_id, id, user_name, action, target)
    VALUES (${otherId}, gen_random_uuid(), ${mark}, 'settings.changed', ${mark})`;
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
const emailOf = (role: Role, tenant = house) =>
  demoAccounts.find((account) => account.tenant === tenant && account.role === role)!.email;

const nowhere = '0193c0de-0000-7000-8000-000000000000';
const pages = (tenant = house) =>
  adminPages().map(({ at }) => `/es/admin/${tenant}${filled(at, nowhere)}`);

/** Each page with what it asks for, as its first line of code says. */
const asking = () =>
  adminPages().map(({ file, at }) => {
    const [, permission] = /staffPage\(\w+, '([a-z.]+)'\)/.exec(readFileSync(file, 'utf8')) ?? [];
    if (!permission) throw new Error(`${file} does not ask who reads it`);
    const page = `/es/admin/${house}${filled(at, nowhere)}`;
    return { page, permission: permission as Permission };
  });

test('nobody who is not signed in sees a page of a house: each leads to the door', async () => {
  const visitor = await cookiesOf();
  for (const page of pages()) {
    const answer = await visitor.get(app.url + page);
    expect(new URL(answer.url()).pathname, page).toBe('/es/sign-in');
    expect(await answer.text(), page).not.toContain('Beatriz Lozano');
  }
});

test('for the owner and the manager of another house no page of it is there', async () => {
  for (const email of [emailOf('owner', 'arena-pacifico'), 'clara@example.org']) {
    const stranger = await cookiesOf(email);
    for (const page of pages()) {
      const answer = await stranger.get(app.url + page);
      expect(answer.status(), `${page} for ${email}`).toBe(404);
      expect(await answer.text(), page).not.toContain('Beatriz Lozano');
    }
    // It is there for its own people: what is refused above is not refused by mistake.
    expect((await stranger.get(`${app.url}/es/admin/arena-pacifico/events`)).status()).toBe(200);
  }
});

test('each role sees the pages that it reaches, and of the others that it does not', async () => {
  for (const role of roles) {
    const member = await cookiesOf(emailOf(role));
    for (const { page, permission } of asking()) {
      const answer = await member.get(app.url + page);
      const told = `${page} for a ${role}`;
      const there = page.includes(nowhere) ? 404 : 200;
      expect(answer.status(), told).toBe(may(role, permission) ? there : 403);
      if (!may(role, permission)) {
        expect(await answer.text(), told).not.toContain('Beatriz Lozano');
      }
    }
  }
});

test('whoever may not see a page is told so, in the frame of the house', async ({ page }) => {
  await signIn(page.request, app.url, emailOf('scanner'));
  await page.goto(`${app.url}/es/admin/${house}/settings`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Tu papel no llega hasta aquí');
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toContainText('Funciones');
});

test('a session that was ended opens no page, although its cookie is still there', async () => {
  const owner = await cookiesOf(emailOf('owner'));
  expect((await owner.get(`${app.url}/es/admin/${house}/audit`)).url()).toContain('/audit');
  await admin`
    UPDATE user_sessions SET revoked_at = now()
    WHERE user_id = (SELECT id FROM users WHERE email = ${emailOf('owner')})`;
  for (const page of pages()) {
    const answer = await owner.get(app.url + page);
    expect(new URL(answer.url()).pathname, page).toBe('/es/sign-in');
    // The door lets in: it does not take the ended session for one.
    expect(await answer.text(), page).toContain('Contraseña');
  }
});

test('what another house has is not seen through one’s own: ids of it lead nowhere', async () => {
  const ids = await foreignIds();
  const owner = await cookiesOf(emailOf('owner'));
  const query = new URLSearchParams(ids);
  const fill = (name: string) => ids[name] ?? ids.id!;
  for (const { at } of adminPages()) {
    const answer = await owner.get(`${app.url}/es/admin/${house}${filled(at, fill)}?${query}`);
    expect(answer.status(), at).toBeLessThan(500);
    expect(await answer.text(), at).not.toContain(mark);
  }
  const { cookies } = await owner.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const { at } of adminEndpoints()) {
    const url = `${app.url}/api/admin/${house}${filled(at, fill)}?${query}`;
    const answer = await fetch(url, { headers: { cookie } });
    expect(answer.status, at).toBeLessThan(500);
    const start = await answer.body?.getReader().read();
    expect(Buffer.from(start?.value ?? []).toString(), at).not.toContain(mark);
  }
  const theirs = await cookiesOf(emailOf('owner', 'arena-pacifico'));
  const own = await theirs.get(`${app.url}/es/admin/arena-pacifico/events`);
  expect(await own.text()).toContain(mark);
});

/** Ids of what the other house has, by the names that addresses call them. */
async function foreignIds(): Promise<Record<string, string>> {
  const [found] = await admin`
    SELECT e.id AS event, z.id::text AS zone, s.id::text AS seat, l.id AS lock, l.cart_id AS cart,
      (SELECT id FROM audit_log WHERE tenant_id = ${otherId} LIMIT 1) AS entry,
      (SELECT user_id FROM memberships WHERE tenant_id = ${otherId} LIMIT 1) AS person
    FROM events e
    JOIN zones z ON z.tenant_id = e.tenant_id AND z.event_id = e.id
    JOIN seats s ON s.tenant_id = e.tenant_id AND s.zone_id = z.id
    JOIN cart_item_locks l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
    WHERE e.tenant_id = ${otherId} LIMIT 1`;
  const { event, zone, seat, lock, cart, entry, person } = found as unknown as Record<
    string,
    string
  >;
  const named = {
    event,
    eventId: event,
    zone,
    zoneId: zone,
    seat,
    seatId: seat,
    lock,
    lockId: lock,
  };
  return {
    ...named,
    cart,
    cartId: cart,
    before: entry,
    who: person,
    user: person,
    id: lock,
  } as Record<string, string>;
}
