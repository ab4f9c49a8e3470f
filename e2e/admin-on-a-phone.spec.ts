import type { Browser, Page } from '@playwright/test';
import { adminPages } from '../app/api/admin/testing/listing';
import type { Hall } from '../db/testing/hall';
import { goBackstage, hire } from './support/backstage';
import { buyerAt } from './support/desk';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

const viewport = { width: 390, height: 844 };

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const pages = adminPages()
  .map(({ at }) => at)
  .filter((at) => !at.includes('['));

/** The house's owner, on a phone. */
async function ownerAt(browser: Browser, hall: Hall, path: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: halls.app.url, viewport })).newPage();
  await goBackstage(page, path, await hire(halls.admin, hall, 'owner'));
  return page;
}

async function fits(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width, page.url()).toBe(viewport.width);
}

for (const language of ['es', 'en']) {
  test(`no page of a house in ${language} is wider than a phone with large text`, async ({
    browser,
  }) => {
    const hall = await halls.open();
    const ana = await buyerAt(halls, browser, hall);
    await ana.take(4);
    const root = `/${language}/admin/${hall.slug}`;
    const page = await ownerAt(browser, hall, `${root}/alerts`);
    await page.getByRole('button', { name: /^(Probar|Test)$/ }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
    for (const at of pages) {
      await page.goto(root + at);
      if (at === '') await expect(page.getByRole('article')).toHaveCount(1);
      await fits(page);
    }
  });
}

test('on a phone the menu shows where one is, wherever that is', async ({ browser }) => {
  const hall = await halls.open();
  const page = await ownerAt(browser, hall, `/es/admin/${hall.slug}`);
  const menu = page.getByRole('navigation', { name: 'Secciones' });
  for (const at of ['Bloqueos', 'Registro', 'Ahora']) {
    await menu.getByRole('link', { name: at }).click();
    const here = menu.locator('[aria-current=page]');
    await expect(here).toHaveText(at);
    await expect(here).toBeInViewport({ ratio: 1 });
    await page.reload();
    await expect(here).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => [window.scrollX, window.scrollY])).toEqual([0, 0]);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  }
});

test('on a phone a lock is a card that says of it what the table says on a desk', async ({
  browser,
}) => {
  const hall = await halls.open();
  const ana = await buyerAt(halls, browser, hall);
  await ana.take(4);
  const page = await ownerAt(browser, hall, `/es/admin/${hall.slug}/locks`);
  const cards = page.getByRole('list', { name: 'Bloqueos' }).getByRole('listitem');
  await expect(cards).toHaveCount(1);
  for (const fact of ['Platea', 'Fila 1, butaca 4', '45 €', 'Abierto', 'En el carrito', /caduca: /])
    await expect(cards).toContainText(fact);
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('row', { name: /Platea Fila 1, butaca 4/ })).toHaveCount(1);
  await expect(cards).toHaveCount(0);
});
