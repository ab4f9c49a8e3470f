import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import type english from '../messages/en.json';
import { expect, test } from './support/test';

const messages = (language: string): typeof english =>
  JSON.parse(readFileSync(`messages/${language}.json`, 'utf8'));
const en = messages('en');
const es = messages('es');

const places = '/teatro-aurora/noches-acomodadora-viernes';

test('the cart and the page stay when the language is changed, and the purchase ends in English', async ({
  page,
}) => {
  await page.goto(`/es${places}`);
  await page.getByRole('button', { name: 'Añadir una entrada: De pie' }).click();
  await expect(page.getByRole('complementary', { name: 'Tu cesta' })).toContainText('Una entrada');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`/en${places}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const cart = page.getByRole('complementary', { name: en.cart.title });
  await cart.getByRole('link', { name: en.cart.pay }).click();
  await page.getByRole('textbox', { name: en.checkout.name }).fill('Ann Lee');
  await page.getByRole('textbox', { name: en.checkout.email }).fill('ann@example.org');
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('button', { name: en.checkout.approve }).click();
  await page.waitForURL(/\/en\/orders\//);
  await expect(page.getByRole('img', { name: /QR/ })).toHaveCount(1);
});

/** Something to wait for. */
function aTurn() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come };
}

const isAction = (request: Request) => request.method() === 'POST';

/** What the server answers to who has no cookie yet. */
async function answerWithoutCookie(request: Request) {
  const { cookie: _cookie, ...headers } = await request.allHeaders();
  const sent = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  const body = request.postDataBuffer();
  const answer = await fetch(request.url(), {
    method: request.method(),
    headers: sent,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  const told = Object.fromEntries(answer.headers);
  delete told['content-encoding'];
  return { status: answer.status, headers: told, body: Buffer.from(await answer.arrayBuffer()) };
}

test('a page that was drawn before the first choice had its cookie takes nothing away', async ({
  page,
}) => {
  await page.goto(`/es${places}`);
  const [locked, shown] = [aTurn(), aTurn()];
  await page.route(
    (url) => url.pathname === `/es${places}`,
    async (route) => {
      const answer = await answerWithoutCookie(route.request());
      locked.come();
      await route.fulfill(answer);
    },
  );
  await page.route(
    (url) => url.pathname === `/en${places}`,
    async (route) => {
      await locked.came;
      const answer = await answerWithoutCookie(route.request());
      await shown.came;
      await route.fulfill(answer);
    },
  );
  const add = page.getByRole('button', { name: 'Añadir una entrada: De pie' });
  const other = page.getByRole('link', { name: 'English' });
  await Promise.all([page.waitForRequest(isAction), add.click()]);
  await Promise.all([page.waitForRequest(`**/en${places}?*`), other.click()]);
  await expect(page.locator('[data-sonner-toast]').first()).toContainText('Guardado para ti');
  const asked = page.waitForResponse(/\/sales\/cart\/lock\/status/);
  shown.come();
  await expect(page).toHaveURL(`/en${places}`);
  await asked;
  const cart = page.getByRole('complementary', { name: en.cart.title });
  await expect(cart.locator('[data-slot=cart-line]')).toHaveCount(1);
  await expect(cart.locator('[data-slot=lapsed]')).toHaveCount(0);
});

/** What a person can read: scripts and hidden parts carry words too. */
const seenText = async (page: Page) => (await page.locator('body').ariaSnapshot()) ?? '';

/** Every sentence of a language without a variable, long enough to belong to it alone. */
function sentences(tree: object): string[] {
  return Object.values(tree).flatMap((value) =>
    typeof value === 'string' ? [value] : sentences(value as object),
  );
}
const own = (tree: object, others: object) => {
  const known = new Set(sentences(others));
  return sentences(tree).filter((s) => s.length > 12 && !s.includes('{') && !known.has(s));
};

for (const [language, wrong] of [
  ['es', own(en, es)],
  ['en', own(es, en)],
] as const) {
  test(`no page in ${language} has a word of the other language, or a key for a word`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    for (const path of [
      '',
      '/teatro-aurora',
      places,
      '/teatro-aurora/noches-acomodadora-despedida',
      '/arena-pacifico/los-faroles-marea-alta',
      '/teatro-aurora/checkout',
      '/sign-in',
    ]) {
      await page.goto(`/${language}${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const text = await seenText(page);
      expect(wrong.filter((sentence) => text.includes(sentence))).toEqual([]);
      expect(text).not.toMatch(/\b(cart|event|checkout|seatMap|shell|errors|signIn)\.\w+/);
    }
    expect(faults).toEqual([]);
  });
}
