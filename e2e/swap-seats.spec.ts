import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { Rival, stopTheClocks } from './support/stale';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('two seats side by side are changed for two others in one click, and the time goes on', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  for (const label of [3, 4]) await ana.take(label);
  const before = await ana.status(hall.slug);

  await ana.cart.getByRole('button', { name: 'Cambiar 3 y 4 juntas' }).click();
  const banner = page.getByRole('region', { name: 'Cambiar de sitio' });
  await expect(banner).toContainText('en lugar de Platea, fila 1, butacas 3 y 4');
  await expect(banner).toContainText('El tiempo no cambia');
  await expect(ana.seat(10)).toHaveAccessibleDescription('Cambiarías a 9 y 10');
  await ana.seat(10).click();
  for (const label of [9, 10]) await expect(ana.seat(label)).toHaveAccessibleName(looks.mine);
  for (const label of [3, 4]) await expect(ana.seat(label)).toHaveAccessibleName(looks.free);
  await expect(banner).toHaveCount(0);
  await expect(ana.told('Cambio hecho')).toBeVisible();
  const after = await ana.status(hall.slug);
  expect(after.locks.map((lock) => lock.expiresAt)).toEqual(
    before.locks.map((lock) => lock.expiresAt),
  );
});

test('a quick hand hears of its change too, while what was said before is still leaving', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(3);
  await expect(ana.told('Guardado para ti')).toBeVisible();
  const change = ana.cart.getByRole('button', { name: /^Cambiar Platea/ });
  await change.evaluate(async (button: HTMLElement) => {
    const frame = () => new Promise(requestAnimationFrame);
    button.click();
    while (!document.querySelector('[data-slot=swap-banner]')) await frame();
    await frame();
    document.querySelector<HTMLElement>('[aria-label^="fila 1, butaca 8,"]')?.click();
  });
  await expect(ana.told('Cambio hecho')).toBeVisible();
  await expect(ana.seat(8)).toHaveAccessibleName(looks.mine);
});

test('a change that is chosen before all of its code is here is made: one seat at once, several as it comes', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  for (const label of [3, 4]) await ana.take(label);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_next/static/chunks/**', async (route) => {
    await arrived;
    await route.continue();
  });
  await ana.cart.getByRole('button', { name: /^Cambiar Platea, fila 1, butaca 4/ }).click();
  await ana.seat(12).click();
  await expect(ana.seat(12)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.free);

  await ana.take(4);
  await ana.cart.getByRole('button', { name: 'Cambiar 3 y 4 juntas' }).click();
  await ana.seat(18).click();
  await expect(ana.seat(18)).toHaveAccessibleName(looks.free);
  arrive();
  for (const label of [17, 18]) await expect(ana.seat(label)).toHaveAccessibleName(looks.mine);
  for (const label of [3, 4]) await expect(ana.seat(label)).toHaveAccessibleName(looks.free);
});

test('one seat is changed with the keyboard; Escape leaves it as it is', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(3);
  const change = ana.cart.getByRole('button', {
    name: 'Cambiar Platea, fila 1, butaca 3 por otra',
  });
  await change.press('Enter');
  const banner = page.getByRole('region', { name: 'Cambiar de sitio' });
  await expect(banner).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(banner).toHaveCount(0);
  await expect(change).toBeFocused();
  await expect(ana.seat(3)).toHaveAccessibleName(looks.mine);

  await change.press('Enter');
  await ana.seat(8).press('Enter');
  await expect(ana.seat(8)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(3)).toHaveAccessibleName(looks.free);
  await expect(banner).toHaveCount(0);
  await expect(ana.seat(8)).toBeFocused();
});

test('a swap that somebody was quicker than leaves the old seats, and offers others', async ({
  page,
}) => {
  const hall = await halls.open();
  await stopTheClocks(page);
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  for (const label of [3, 4]) await ana.take(label);
  await new Rival(halls.app.url, hall).hold(9);
  await ana.cart.getByRole('button', { name: 'Cambiar 3 y 4 juntas' }).click();
  await ana.seat(10).click();
  const offer = ana.offer('Alguien se ha adelantado con Platea, fila 1, butaca 9');
  await expect(offer).toContainText('Conservas Platea, fila 1, butacas 3 y 4');
  for (const label of [3, 4]) await expect(ana.seat(label)).toHaveAccessibleName(looks.mine);
  await offer.getByRole('button', { name: /^Elegir \d+ y \d+/ }).click();
  await expect(ana.told('Cambio hecho')).toBeVisible();
  expect((await ana.status(hall.slug)).locks).toHaveLength(2);
});
