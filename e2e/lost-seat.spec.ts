import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { Rival, stopTheClocks } from './support/stale';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a seat that somebody was quicker to take comes with another, taken by one click', async ({
  page,
}) => {
  const hall = await halls.open();
  await stopTheClocks(page);
  const leo = new Buyer(page);
  await leo.enter(halls.pageOf(hall));
  await new Rival(halls.app.url, hall).hold(10);

  await leo.seat(10).click();
  const offer = leo.offer('Alguien se ha adelantado con Platea, fila 1, butaca 10');
  await expect(offer).toContainText(/La (9|11), en la misma fila, está libre/);
  await expect(leo.seat(10)).toHaveAccessibleName(looks.held);
  await expect(
    page.getByRole('status').filter({ hasText: 'Alguien se ha adelantado' }),
  ).toHaveCount(1);
  await offer.getByRole('button', { name: /^Elegir la/ }).click();
  await expect(leo.lines).toHaveCount(1);
  await expect(leo.cart).toContainText(/butaca (9|11)/);
  await expect(offer).toHaveCount(0);
  expect((await leo.status(hall.slug)).locks).toHaveLength(1);
});

test('a group of which one seat was lost moves together, by keyboard, and never stands with less', async ({
  page,
}) => {
  const hall = await halls.open();
  await stopTheClocks(page);
  const leo = new Buyer(page);
  await leo.enter(halls.pageOf(hall));
  await new Rival(halls.app.url, hall).hold(6);

  // The first click's answer waits, so that the two after it travel together.
  let go = () => {};
  const gate = new Promise<void>((open) => {
    go = open;
  });
  await page.route('**/noche', async (route) => {
    if (route.request().method() === 'POST') await gate;
    await route.continue();
  });
  for (const label of [20, 5]) await leo.seat(label).click();
  await leo.seat(6).focus();
  await page.keyboard.press('Enter');
  go();
  const offer = leo.offer('Alguien se ha adelantado con Platea, fila 1, butaca 6');
  await expect(offer).toContainText('Conservas Platea, fila 1, butaca 5 hasta que elijas.');
  const take = offer.getByRole('button', { name: /^Elegir \d+ y \d+/ });
  await expect(take).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(offer).toHaveCount(0);
  await expect(leo.lines).toHaveCount(3);
  await expect(page.getByText('Guardando…')).toHaveCount(0);
  // The pair may be the seat that was kept and its other neighbour.
  const { locks } = await leo.status(hall.slug);
  expect(locks).toHaveLength(3);
  const pair = locks.filter((lock) => lock.seat !== '20');
  expect(new Set(pair.map((lock) => lock.row)).size).toBe(1);
  const [first, second] = pair.map((lock) => Number(lock.seat)) as [number, number];
  expect(Math.abs(second - first)).toBe(1);
});

test('an offer that is gone as well gives way to the next, or says so', async ({ page }) => {
  const hall = await halls.open({ seats: 4 });
  await stopTheClocks(page);
  const leo = new Buyer(page);
  await leo.enter(halls.pageOf(hall));
  const rival = new Rival(halls.app.url, hall);
  await rival.hold(2);
  await leo.seat(2).click();
  const offer = leo.offer('Alguien se ha adelantado con Platea, fila 1, butaca 2');
  await expect(offer).toBeVisible();
  await rival.hold(1, 3, 4);
  await offer.getByRole('button', { name: /^Elegir la/ }).click();
  await expect(leo.told(/Alguien se ha adelantado/)).toBeVisible();
  await expect(leo.lines).toHaveCount(0);
});
