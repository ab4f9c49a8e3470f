import type { Page } from '@playwright/test';
import { Buyer, looks } from './support/buyer';
import { crowdAgent, postLock } from './support/crowd';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const focused = (page: Page) => page.locator(':focus');
const list = (page: Page) => page.locator('[data-slot=seat-list]');

async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Lista').click();
  await expect(list(page)).toBeVisible();
}

test('arrows go through zones and rows, open them, and lead in and out', async ({ page }) => {
  const hall = await halls.open();
  await openList(page, halls.pageOf(hall));
  await list(page)
    .getByRole('button', { name: /^Platea/ })
    .focus();
  await page.keyboard.press('ArrowRight');
  await expect(list(page).getByRole('heading', { level: 4 })).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAccessibleName(/^fila 2\s*20 libres$/i);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAccessibleName(/^fila 2, butaca 1, .*libre$/);
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAccessibleName(/^fila 2, butaca 20, .*libre$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(list(page).getByRole('button', { name: /, butaca/ })).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(focused(page)).toHaveAccessibleName(/^Platea/);
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveAccessibleName(/^Elegir entradas/);
});

test('that someone else takes the seat in focus is said, once, where it is', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.seat(4).focus();
  const agent = crowdAgent();
  const items = [{ zoneId: hall.numbered, seatId: hall.seatIds[3] }];
  await postLock(agent, halls.app.url, { eventId: hall.eventId, items });
  agent.destroy();
  await expect(page.getByRole('status').filter({ hasText: 'fila 1, butaca 4' })).toHaveText([
    /^fila 1, butaca 4, en otra cesta/,
  ]);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.held);
  await expect(ana.seat(4)).toBeFocused();
});

test('the list opens at the seat looked at on the map, and the map at that of the list', async ({
  page,
}) => {
  const hall = await halls.open();
  await page.goto(halls.pageOf(hall));
  const map = page.getByRole('application', { name: 'Plano de la sala' });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  const plate = page.locator('[data-slot=hall]');
  await expect(plate).toContainText(/butaca \d+/i);
  const [, row, label] = /fila (\d+) · butaca (\d+)/i.exec((await plate.textContent()) ?? '') ?? [];
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Lista').click();
  const seat = list(page).getByRole('button', { name: `fila ${row}, butaca ${label},` });
  await expect(seat).toBeVisible();
  await expect(seat).toHaveAttribute('tabindex', '0');
  await seat.focus();
  await page.keyboard.press(Number(label) < 20 ? 'ArrowRight' : 'ArrowLeft');
  const next = Number(label) + (Number(label) < 20 ? 1 : -1);
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Plano').click();
  await expect(plate).toContainText(new RegExp(`fila ${row} · butaca ${next}(?!\\d)`, 'i'));
});

test('where only accessible places are asked for the list holds nothing else', async ({ page }) => {
  const hall = await halls.open();
  await halls.admin`
    UPDATE seats SET accessible = label = '1', companion = label = '2'
    WHERE event_id = ${hall.eventId} AND row = '2' AND label IN ('1', '2')`;
  await openList(page, halls.pageOf(hall));
  await page.getByRole('button', { name: 'Accesibles' }).click();
  await expect(list(page).getByRole('heading', { level: 3 })).toHaveCount(1);
  await list(page)
    .getByRole('button', { name: /^Platea/ })
    .click();
  await list(page)
    .getByRole('button', { name: /^fila 2\s*2 libres$/i })
    .click();
  await expect(list(page).getByRole('button', { name: /, butaca/ })).toHaveCount(2);
  await expect(list(page).getByRole('button', { name: /silla de ruedas/ })).toBeVisible();
  await expect(list(page).getByRole('button', { name: /^fila 1\b/i })).toHaveCount(0);
});
