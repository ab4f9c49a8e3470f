import type { Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { check } from './support/axe';
import { Buyer } from './support/buyer';
import { writeHistory } from './support/hall-history';
import { createMember, enterAs } from './support/member';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const adminOf = (hall: Hall, path: string) => `${halls.app.url}/es/admin/${hall.slug}${path}`;
const layer = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Qué muestra el plano' }).getByText(name, { exact: true });
const map = (page: Page) => page.getByRole('application', { name: 'Plano de la sala' });

/** The figures of a line of the table, in order of its columns. */
const line = (page: Page, name: RegExp) =>
  page.getByRole('table').first().getByRole('row', { name }).getByRole('cell');

test('a seat that a buyer takes is in a cart on the house’s own map a moment later', async ({
  page,
  browser,
}) => {
  const hall = await halls.open();
  await enterAs(
    page,
    await createMember(halls.admin, hall.tenantId, 'manager'),
    adminOf(hall, '/hall'),
  );
  await expect(map(page)).toBeVisible();
  await expect(line(page, /^Platea/)).toHaveText([/Platea/, '40', '40', '0', '0', /^0\s?%$/]);
  const context = await browser.newContext();
  const buyer = new Buyer(await context.newPage());
  await buyer.enter(halls.pageOf(hall));
  await buyer.take(4);
  await expect(line(page, /^Platea/)).toHaveText([/Platea/, '40', '39', '1', '0', /^3\s?%$/]);
  const rows = page.getByRole('button', { name: /^Platea/ });
  await rows.click();
  await expect(rows).toHaveAttribute('aria-expanded', 'true');
  await expect(line(page, /^fila 1/i)).toHaveText([/fila 1/i, '20', '19', '1', '0', /^5\s?%$/]);
  await check(page);
  await context.close();
});

test('by keyboard alone, the hall tells where carts were abandoned, how often and why', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(halls.admin, hall);
  await enterAs(
    page,
    await createMember(halls.admin, hall.tenantId, 'box_office'),
    adminOf(hall, `/hall?event=${hall.eventId}`),
  );
  await expect(map(page)).toBeVisible();
  await page.getByRole('radio', { name: 'Ahora' }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Abandono' })).toBeChecked();
  await expect(line(page, /^Platea/)).toHaveText([/Platea/, '4', '3', /^75\s?%$/]);
  await expect(line(page, /^De pie/)).toHaveText([/De pie/, '3', '0', /^0\s?%$/]);
  await page.keyboard.press('Tab');
  await expect(map(page)).toBeFocused();
  const spoken = page.locator('[data-slot=hall] [aria-live=polite]');
  await expect(spoken).toHaveText(
    'Platea, fila 1, butaca 1. Ha estado en 3 carritos. Abandonada 3 veces: una por tiempo; una devuelta; una al cerrar la pestaña.',
  );
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toHaveText(/^Platea, fila 1, butaca 2\. Ha estado en un carrito/);
  await check(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Abandono' })).toBeFocused();

  const sort = page.getByRole('columnheader', { name: 'Abandono' }).getByRole('button');
  await sort.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Abandono' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table').first().getByRole('row').nth(1)).toContainText('De pie');
});

test('wound by keyboard to a minute of its on-sale, the hall shows what was held and sold then', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(halls.admin, hall);
  await enterAs(
    page,
    await createMember(halls.admin, hall.tenantId, 'owner'),
    adminOf(hall, `/hall?event=${hall.eventId}`),
  );
  await layer(page, 'Repetición').click();
  const slider = page.getByRole('slider', { name: 'Momento de la venta' });
  await slider.focus();
  await page.keyboard.press('Home');
  const at = async (minute: number, held: number, sold: number) => {
    while (Number(await slider.inputValue()) < minute - 1) await page.keyboard.press('ArrowRight');
    const words = new RegExp(`: ${held} entradas? en carritos, ${sold} vendidas?$`);
    await expect(slider).toHaveAttribute('aria-valuetext', words);
    await expect(page.getByRole('table').first().getByRole('row').last()).toContainText(
      /^Toda la sala/,
    );
    await expect(
      page.getByRole('table').first().getByRole('row').last().getByRole('cell'),
    ).toHaveText([/Toda/, '140', String(140 - held - sold), String(held), String(sold), /%$/]);
  };
  await at(1, 1, 0);
  await at(4, 5, 0);
  await at(7, 4, 1);
  await at(9, 1, 4);
  await at(16, 0, 4);
  await check(page);
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Reproducir' }).click();
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Pausar' }).click();
  const stopped = await slider.inputValue();
  await expect(page.getByRole('button', { name: 'Reproducir' })).toBeVisible();
  expect(await slider.inputValue()).toBe(stopped);
});

test('the layer on show is in the address: a reload, a shared link and the Back button find it', async ({
  page,
}) => {
  const hall = await halls.open();
  const { tenantId, eventId } = hall;
  await writeHistory(halls.admin, hall);
  await enterAs(page, await createMember(halls.admin, tenantId, 'manager'), adminOf(hall, '/hall'));
  const shown = (name: string) => expect(page.getByRole('radio', { name })).toBeChecked();
  await shown('Ahora');
  await layer(page, 'Abandono').click();
  await expect(page).toHaveURL(adminOf(hall, `/hall?event=${eventId}&layer=abandonment`));
  await shown('Abandono');
  const link = page.url();
  await page.reload();
  await expect(line(page, /^Platea/)).toHaveText([/Platea/, '4', '3', /^75\s?%$/]);
  await layer(page, 'Repetición').click();
  await expect(page.getByRole('slider', { name: 'Momento de la venta' })).toBeVisible();
  await page.goBack();
  await shown('Abandono');
  await expect(page).toHaveURL(link);
  await layer(page, 'Ahora').click();
  await expect(page).toHaveURL(adminOf(hall, `/hall?event=${eventId}`));
  await page.goto(link);
  await shown('Abandono');
  await page.goto(link.replace('abandonment', 'weather'));
  await shown('Ahora');
});
