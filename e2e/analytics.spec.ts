import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { check, fits, ways } from './support/axe';
import { tabTo } from './support/keyboard';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const house = 'arena-pacifico';
const boss = 'direccion@arena-pacifico.example.org';
const manager = 'gerencia@teatro-aurora.example.org';

const day = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
/** Over, in every time zone: nothing that is sold while the tests run changes it. */
const past = `from=${day(12)}&to=${day(3)}`;
const figures = `/es/admin/${house}/analytics?${past}`;

const url = () => process.env.BUTACA_E2E_URL as string;
const enter = (page: Page, email: string) => signIn(page.request, url(), email);

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const count = async (page: Page, of: string) =>
  digits(await page.locator(`[data-slot=count-${of}]`).textContent());

/** A file of the page in Spanish, as rows of cells. */
async function download(page: Page, link: ReturnType<Page['getByRole']>): Promise<string[][]> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return cellsOf(await readFile(await file.path(), 'utf8'));
}

function cellsOf(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).trimEnd().split('\r\n');
  return lines.map((line) =>
    [...line.matchAll(/("([^"]|"")*"|[^;]*)(;|$)/g)].map((m) => m[1] ?? ''),
  );
}

test('the owner reads where carts are lost, and finds as many rows behind each figure', async ({
  page,
}) => {
  await enter(page, boss);
  await page.goto(figures);
  const conversion = section(page, 'Conversión').getByRole('table');
  const steps = section(page, 'El camino hasta la venta').getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.nth(0)).toContainText('Miran la página');
  await expect(page.getByText('donde más se pierde')).toHaveCount(1);
  const figureIn = (row: string, column: number) =>
    conversion.getByRole('row', { name: row }).getByRole('cell').nth(column);
  const opened: [what: string, of: string, link: ReturnType<Page['locator']>][] = [
    ['locks lost', 'locks', figureIn('Bloqueos', 2)],
    ['tickets sold', 'units', figureIn('Entradas', 1)],
    ['carts lost', 'carts', figureIn('Carritos', 2)],
    ['carts that bought', 'carts', steps.nth(4)],
    ['carts at the checkout', 'carts', steps.nth(2)],
  ];
  for (const [what, of, place] of opened) {
    await page.goto(figures);
    const link = place.getByRole('link');
    const figure = digits(await link.textContent());
    expect(figure, what).toBeGreaterThan(0);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bloqueos' })).toBeVisible();
    expect(await count(page, of), what).toBe(figure);
  }
});

test('the filters of the rows are taken off one by one, and pages go there and back', async ({
  page,
}) => {
  await enter(page, boss);
  await page.goto(`/es/admin/${house}/locks?${past}&outcome=lost&device=phone`);
  const chips = page.getByRole('list', { name: 'Filtros en uso' }).getByRole('link');
  await expect(chips).toHaveText([/Perdido/, /Móvil/]);
  const fewer = await count(page, 'locks');
  await chips.nth(1).click();
  await expect(chips).toHaveCount(1);
  expect(await count(page, 'locks')).toBeGreaterThan(fewer);
  const firstRow = page.getByRole('table').getByRole('row').nth(1);
  const newest = await firstRow.textContent();
  await page.getByRole('link', { name: 'Más antiguos' }).click();
  await expect(firstRow).not.toHaveText(newest ?? '');
  await page.getByRole('link', { name: 'Más recientes' }).click();
  await expect(firstRow).toHaveText(newest ?? '');
});

test('a period and an event are chosen with the keyboard alone', async ({ page }) => {
  await enter(page, boss);
  await page.goto(figures);
  await tabTo(page, /^7 días$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '7 días' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('Comparado con los 7 días anteriores')).toBeVisible();
  await tabTo(page, /Función/);
  await page.keyboard.type('Los Faroles');
  await tabTo(page, /^Ver$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/event=[0-9a-f-]{36}/);
  await expect(section(page, 'Butacas que más se abandonan').getByRole('table')).toBeVisible();
  await tabTo(page, /^Qué se cuenta: El camino hasta la venta/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Carritos empezados en el periodo.')).toBeVisible();
});

test('a file of each table sums up to what the page says', async ({ page }) => {
  await enter(page, boss);
  await page.goto(figures);
  const row = section(page, 'Conversión').getByRole('row', { name: 'Bloqueos' });
  const [made, sold, lost] = (await row.getByRole('cell').allTextContents()).map(digits);
  const csv = (of: string) => section(page, of).getByRole('link', { name: /^CSV/ });
  const days = await download(page, csv('Día a día'));
  const sum = (rows: string[][], column: number) =>
    rows.slice(1).reduce((total, cells) => total + Number(cells[column]), 0);
  expect(days).toHaveLength(11);
  expect([sum(days, 1), sum(days, 2), sum(days, 3)]).toEqual([made, sold, lost]);
  const reasons = await download(page, csv('Por qué se pierde'));
  expect(sum(reasons, 2)).toBe(lost);
  const links = await page.getByRole('link', { name: /^CSV/ }).all();
  expect(links.length).toBeGreaterThan(10);
  // Not clicked: of more than ten downloads a second Chromium drops what is over.
  for (const link of links) {
    await expect(link).toHaveAttribute('download', '');
    const file = await page.request.get((await link.getAttribute('href'))!);
    expect(cellsOf((await file.body()).toString()).length).toBeGreaterThan(1);
  }
  await row.getByRole('link').nth(2).click();
  const rows = await download(page, page.getByRole('link', { name: 'Descargar CSV' }));
  expect(rows).toHaveLength(lost! + 1);
});

test('without script the figures are there, and the form asks for others', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: url() });
  const page = await context.newPage();
  await enter(page, boss);
  await page.goto(figures);
  await expect(section(page, 'Conversión').getByRole('table')).toBeVisible();
  await page.getByLabel('Desde').fill(day(5));
  await page.getByRole('button', { name: 'Ver', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=${day(5)}`));
  await expect(page.getByText('Comparado con los 3 días anteriores')).toBeVisible();
  await context.close();
});

test('a house that nothing happened in says so, and what to try', async ({ page }) => {
  await enter(page, manager);
  await page.goto('/en/admin/teatro-aurora/analytics?from=2020-01-01&to=2020-01-07');
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
  await page.goto('/en/admin/teatro-aurora/locks?from=2020-01-01&to=2020-01-07');
  await expect(page.getByRole('heading', { name: 'No lock is like this' })).toBeVisible();
});

for (const email of ['taquilla@teatro-aurora.example.org', 'puerta@teatro-aurora.example.org']) {
  test(`${email.split('@')[0]} sees no figures, no rows and no files`, async ({ page }) => {
    await enter(page, email);
    for (const path of ['analytics', 'locks']) {
      expect((await page.goto(`/es/admin/teatro-aurora/${path}`))?.status()).toBe(403);
      await expect(page.getByText('Tu papel no llega hasta aquí')).toBeVisible();
    }
    const file = await page.request.get(
      `/api/admin/teatro-aurora/analytics/csv?table=days&${past}`,
    );
    expect(file.status()).toBe(403);
  });
}

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('figures and rows are without a fault, opened and closed, in both languages', async ({
      page,
    }) => {
      test.slow();
      await enter(page, boss);
      for (const path of [
        figures,
        `/en/admin/${house}/analytics?${past}`,
        `/es/admin/${house}/analytics?from=2020-01-01&to=2020-01-02`,
        `/es/admin/${house}/locks?${past}&outcome=lost&stage=checkout`,
        `/en/admin/${house}/locks?${past}&cart=back`,
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.locator('summary').evaluateAll((all) => {
          for (const summary of all) (summary as HTMLElement).click();
        });
        await check(page);
        await fits(page);
      }
    });
  });
}
