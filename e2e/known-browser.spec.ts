import type { APIRequestContext } from '@playwright/test';
import postgres from 'postgres';
import { type RunningApp, startApp } from './support/app';
import { fillSignIn } from './support/sign-in';
import { expect, test } from './support/test';

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp();
});
test.afterAll(() => app.stop());

/** One post to the door, as the page's own form sends it. @returns where the answer leads */
async function knock(request: APIRequestContext, way: string, fields: Record<string, string>) {
  const { csrfToken } = await (await request.get(`${app.url}/api/auth/csrf`)).json();
  const answer = await request.post(`${app.url}/api/auth/callback/${way}`, {
    form: { ...fields, csrfToken, json: 'true' },
  });
  const { url } = await answer.json();
  return new URL(url);
}
const marksOf = async (request: APIRequestContext) =>
  (await request.storageState()).cookies.filter(({ name }) => name === 'butaca_known');

test('a stranger who tries and tries keeps nobody out of a browser that the account knows', async ({
  page,
  browser,
  playwright,
}) => {
  const email = 'clara@example.org';
  await page.goto(`${app.url}/es/account`);
  await fillSignIn(page, email);
  await expect(page).toHaveURL(`${app.url}/es/account`);
  const [mark] = await marksOf(page.request);
  expect(mark).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/auth' });
  expect(mark!.expires - Date.now() / 1_000).toBeGreaterThan(364 * 24 * 3_600);
  await page.getByRole('button', { name: 'Salir' }).click();
  await expect(page).toHaveURL(`${app.url}/es`);

  const stranger = await playwright.request.newContext();
  const reasons: (string | null)[] = [];
  for (let guess = 1; guess <= 30; guess += 1) {
    const { searchParams } = await knock(stranger, 'credentials', {
      email,
      password: `guess ${guess}`,
    });
    reasons.push(searchParams.get('error'));
  }
  expect(reasons.slice(0, 5)).toEqual(Array(5).fill('wrong_credentials'));
  expect(reasons[5]).toMatch(/^rate_limited:/);
  expect(await marksOf(stranger)).toEqual([]);
  await stranger.dispose();
  // The stranger's network, which is everybody's here, waits as the address does.
  const admin = postgres(app.adminUrl, { max: 1, onnotice: () => {} });
  await admin`UPDATE sign_in_failures SET blocked_until = clock_timestamp() + interval '1 hour'`;
  await admin.end();

  const unknown = await browser.newPage();
  await unknown.goto(`${app.url}/es/sign-in`);
  await fillSignIn(unknown, email);
  await expect(unknown.getByRole('main').getByRole('alert')).toContainText(
    'Demasiados intentos seguidos',
  );

  await page.goto(`${app.url}/es/account`);
  await fillSignIn(page, email);
  await expect(page).toHaveURL(`${app.url}/es/account`);
  await expect(page.getByRole('region', { name: 'Dispositivos' })).toBeVisible();
  expect((await marksOf(page.request)).map(({ value }) => value)).toEqual([mark!.value]);
});

test('the browser that an account was made with waits for its own failures, and no other does', async ({
  playwright,
}) => {
  const from = (address: string) =>
    playwright.request.newContext({ extraHTTPHeaders: { 'x-forwarded-for': address } });
  const [known, other] = [await from('203.0.113.8'), await from('203.0.113.9')];
  const fields = { email: 'nueva@example.org', name: 'Nueva', password: 'telón de terciopelo' };
  await knock(known, 'register', fields);
  expect(await marksOf(known)).toHaveLength(1);
  for (let guess = 1; guess <= 5; guess += 1)
    await knock(known, 'credentials', { ...fields, password: `guess ${guess}` });
  const { searchParams } = await knock(known, 'credentials', fields);
  expect(searchParams.get('error')).toMatch(/^rate_limited:/);

  await knock(other, 'credentials', fields);
  expect(await marksOf(other)).toHaveLength(1);
  await known.dispose();
  await other.dispose();
});
