import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Hall } from '../db/testing/hall';
import { minuteMs, type PastLock, write } from '../lib/heat/testing/history';
import { Buyer } from './support/buyer';
import { createMember, enterAs } from './support/member';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`);
  expect(found, page.url()).toEqual([]);
}

const adminOf = (hall: Hall, path: string) => `${halls.app.url}/es/admin/${hall.slug}${path}`;
const layer = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Qué muestra el plano' }).getByText(name, { exact: true });
const map = (page: Page) => page.getByRole('application', { name: 'Plano de la sala' });

/** The figures of a line of the table, in order of its columns. */
const line = (page: Page, name: RegExp) =>
  page.getByRole('table').first().getByRole('row', { name }).getByRole('cell');

/** Five hours ago: seats 1 and 2, and three places, lost and sold at known minutes. */
async function writeHistory(hall: Hall): Promise<void> {
  const base = Math.floor(Date.now() / minuteMs - 300) * minuteMs + 30_000;
  const [first, second] = hall.seatIds as [number, number];
  const lock = (from: number, to: number, rest: Partial<PastLock>): PastLock => ({
    id: randomUUID(),
    seat: null,
    units: 1,
    lockedMs: base + from * minuteMs,
    expiresMs: base + (from + 15) * minuteMs,
    status: 'released',
    reason: 'buyer',
    endedMs: base + to * minuteMs,
    ...rest,
  });
  const sale = { status: 'converted', reason: 'sale' } as const;
  await write(halls.admin, hall, [
    lock(0, 17, { seat: first, status: 'expired', reason: 'timeout' }),
    lock(20, 23, { seat: first }),
    lock(30, 33, { seat: first, reason: 'tab_closed' }),
    lock(2, 6, { seat: second, ...sale }),
    lock(3, 8, { units: 3, ...sale }),
  ]);
  await halls.admin`UPDATE seats SET status = 'sold' WHERE id = ${second}`;
  await halls.admin`UPDATE zones SET sold = 1 WHERE id = ${hall.numbered}`;
  await halls.admin`UPDATE zones SET sold = 3 WHERE id = ${hall.general}`;
}

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
  await writeHistory(hall);
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
  await writeHistory(hall);
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
    const words = new RegExp(`: ${held} plazas? en carritos, ${sold} vendidas?$`);
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

test('the door sees the evenings and how full they are, but neither takings nor the hall’s figures', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(hall);
  const email = await createMember(halls.admin, hall.tenantId, 'scanner');
  await enterAs(page, email, adminOf(hall, '/events'));
  const evening = page.getByRole('listitem').filter({ hasText: 'Noche de prueba' });
  await expect(evening).toContainText('A la venta');
  await expect(evening).toContainText(/Aforo\s*140/);
  await expect(evening).toContainText(/Vendidas\s*4/);
  await expect(evening).not.toContainText('Recaudado');
  await expect(evening.getByRole('link', { name: /Sala|Análisis/ })).toHaveCount(0);
  await expect(evening.getByRole('link', { name: /Página pública/ })).toBeVisible();
  await check(page);
  await page.goto(adminOf(hall, '/hall'));
  await expect(page.getByRole('heading', { name: 'Tu papel no llega hasta aquí' })).toBeVisible();
  const api = `${halls.app.url}/api/admin/${hall.slug}`;
  for (const path of ['heat', 'replay', 'heat/seat']) {
    const answer = await page.request.get(`${api}/${path}?event=${hall.eventId}&seat=1`);
    expect(answer.status(), path).toBe(403);
  }
});

test('who runs the house sees what an evening has taken, and goes on to its hall', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(hall);
  const email = await createMember(halls.admin, hall.tenantId, 'manager');
  await enterAs(page, email, adminOf(hall, '/events'));
  const evening = page.getByRole('listitem').filter({ hasText: 'Noche de prueba' });
  await expect(evening).toContainText(/Recaudado\s*180\s€/);
  await evening.getByRole('link', { name: 'Sala: Noche de prueba' }).click();
  await expect(page).toHaveURL(adminOf(hall, `/hall?event=${hall.eventId}`));
  await expect(map(page)).toBeVisible();
  await page.goto(adminOf(hall, '/events?when=over'));
  await expect(page.getByText('Todavía no ha pasado ninguna')).toBeVisible();
});
