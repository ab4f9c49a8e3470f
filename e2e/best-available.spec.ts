import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { Buyer } from './support/buyer';
import { payByKeyboard, tabTo } from './support/keyboard';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const found = (page: Page) => page.locator('[data-slot=best-found]');
const problem = (page: Page) => page.locator('[data-slot=best-problem]');

/** Leaves these seats of each row free and sells none of the others. */
async function leaveFree(hall: Hall, labels: Record<string, number[]>): Promise<void> {
  const free = Object.entries(labels).flatMap(([row, seats]) => seats.map((n) => `${row}/${n}`));
  await halls.admin`
    UPDATE seats SET status = 'blocked'
    WHERE event_id = ${hall.eventId} AND row || '/' || label != ALL(${free})`;
}

async function openForm(page: Page, hall: Hall): Promise<void> {
  await page.goto(halls.pageOf(hall));
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Mejores butacas').click();
  await expect(quantity(page)).toBeVisible();
}

const quantity = (page: Page) => page.getByRole('spinbutton', { name: 'Cuántas' });
const search = (page: Page) => page.getByRole('button', { name: /^Buscar y guardar/ });

async function ask(page: Page, count: number): Promise<void> {
  await quantity(page).fill(String(count));
  await search(page).click();
}

test('four together are found by the form and paid for with the keyboard alone, in under a minute', async ({
  page,
}) => {
  const hall = await halls.open();
  const startedAt = Date.now();
  await page.goto(halls.pageOf(hall));
  await tabTo(page, /^Plano$/);
  // Backwards from the first of the three views to the last.
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, /^Cuántas/);
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(found(page).getByRole('status')).toContainText(
    /Cuatro juntas.*Platea, fila \d, butacas \d+, \d+, \d+ y \d+/,
  );
  await expect(found(page)).toContainText('180');
  await payByKeyboard(page, 4);
  expect(Date.now() - startedAt).toBeLessThan(60_000);
});

test('four seats are found in the list and paid for with the keyboard alone, in under a minute', async ({
  page,
}) => {
  const hall = await halls.open();
  const startedAt = Date.now();
  await page.goto(halls.pageOf(hall));
  await tabTo(page, /^Plano$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Ir a una zona/);
  await page.keyboard.type('platea fila 2 butaca 5');
  await page.keyboard.press('Enter');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName(/^fila 2, butaca 5, .*libre$/);
  for (let seat = 5; seat < 9; seat++) {
    await page.keyboard.press('Enter');
    await expect(focused).toHaveAccessibleName(new RegExp(`^fila 2, butaca ${seat}, .*es tuya$`));
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await expect(focused).toHaveAccessibleName(/^fila 2\s*4 tuyas\s*16 libres$/i);
  await payByKeyboard(page, 4);
  expect(Date.now() - startedAt).toBeLessThan(60_000);
});

test('where no four sit together the answer says so, and which they are', async ({ page }) => {
  const hall = await halls.open();
  await leaveFree(hall, { 1: [9, 10], 2: [9, 10] });
  await openForm(page, hall);
  await ask(page, 4);
  await expect(found(page).getByRole('status')).toContainText('Dos y dos');
  await expect(found(page).getByRole('listitem')).toHaveText([
    'Platea, fila 1, butacas 9 y 10',
    'Platea, fila 2, butacas 9 y 10',
  ]);
});

test('where too few are left they are had with one click, and nothing typed is lost', async ({
  page,
}) => {
  const hall = await halls.open();
  await leaveFree(hall, { 1: [4, 5, 6] });
  await openForm(page, hall);
  await ask(page, 5);
  await expect(problem(page).getByRole('status')).toContainText('Con esas condiciones quedan 3');
  await expect(quantity(page)).toHaveValue('5');
  await problem(page).getByRole('button', { name: 'Buscar 3' }).click();
  await expect(found(page).getByRole('status')).toContainText('Tres juntas');
  await expect(problem(page)).not.toContainText('quedan');
  // The button that was pressed is gone: the keyboard goes on with what is next.
  await expect(found(page).locator(':focus')).toHaveCount(1);
});

test('others are had in exchange, and given back, without a moment of having none', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await openForm(page, hall);
  await ask(page, 2);
  await expect(found(page)).toContainText('Dos juntas');
  const first = await found(page).getByRole('listitem').textContent();
  await found(page).getByRole('button', { name: 'Probar otras' }).click();
  await expect(found(page).getByRole('listitem')).not.toHaveText(first ?? '');
  await expect(ana.lines).toHaveCount(2);
  const ended = await halls.admin`
    SELECT status, count(*)::int FROM cart_item_locks
    WHERE event_id = ${hall.eventId} GROUP BY status ORDER BY status`;
  expect([...ended]).toEqual([
    { status: 'active', count: 2 },
    { status: 'released', count: 2 },
  ]);
  await found(page).getByRole('button', { name: 'Devolverlas' }).click();
  await expect(ana.lines).toHaveCount(0);
  await expect(found(page)).not.toContainText('juntas');
  await expect(search(page)).toBeFocused();
});

test('a button that is pressed many times in one moment holds one group', async ({ page }) => {
  const hall = await halls.open();
  await openForm(page, hall);
  await quantity(page).fill('3');
  await page.getByRole('form', { name: 'Mejores butacas' }).evaluate((form: HTMLFormElement) => {
    for (let time = 0; time < 4; time++) form.requestSubmit();
  });
  await expect(found(page)).toContainText('Tres juntas');
  await expect(new Buyer(page).lines).toHaveCount(3);
});

test('an answer that is lost on its way is found in the cart, and not asked for twice', async ({
  page,
}) => {
  const hall = await halls.open();
  await openForm(page, hall);
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await ask(page, 2);
  await expect(found(page)).toContainText(/Platea, fila \d, butacas \d+ y \d+/);
  await expect(new Buyer(page).lines).toHaveCount(2);
});

test('standing places are asked for in the same form', async ({ page }) => {
  const hall = await halls.open();
  await openForm(page, hall);
  await page.getByRole('combobox', { name: 'Dónde' }).selectOption(`zone:${hall.general}`);
  await ask(page, 3);
  await expect(new Buyer(page).cart).toContainText('3 entradas');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('two together are found, seen on the map and paid for', async ({ page }) => {
    const hall = await halls.open();
    await page.goto(halls.pageOf(hall));
    await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Mejores butacas').tap();
    await search(page).tap();
    await expect(found(page).getByRole('button', { name: 'Ver en el plano' })).toBeInViewport();
    await expect(found(page)).toContainText('Dos juntas');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width, 'with text at twice its size').toBe(390);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    await found(page).getByRole('button', { name: 'Ver en el plano' }).tap();
    const map = page.getByRole('application', { name: 'Plano de la sala' });
    await expect(map).toBeInViewport();
    await expect(page.locator('[data-slot=hall]')).toContainText('es tuya');
    await page
      .getByRole('complementary', { name: 'Tu cesta' })
      .getByRole('link', { name: /Pagar/ })
      .tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu compra');
  });
});
