import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { Rival } from './support/stale';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a seat in another basket is waited for, comes back and is held by one click', async ({
  page,
}) => {
  const hall = await halls.open();
  const rival = new Rival(halls.app.url, hall);
  await rival.hold(7);
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await expect(ana.seat(7)).toHaveAccessibleName(looks.held);
  await ana.seat(7).click();
  await expect(ana.seat(7)).toHaveAttribute('aria-pressed', 'true');
  await expect(ana.seat(7)).toHaveAccessibleDescription('Te avisaremos si vuelve');

  // The tab remembers it.
  await page.reload();
  await ana.openRow();
  await expect(ana.seat(7)).toHaveAttribute('aria-pressed', 'true');

  await rival.leave(hall.slug);
  const back = ana.offer('Ha vuelto Platea, fila 1, butaca 7');
  await expect(back).toBeVisible();
  await rival.hold(7);
  const missed = ana.offer('Alguien ha sido más rápido con Platea, fila 1, butaca 7');
  await expect(missed).toContainText('Si vuelve, te avisamos');
  await expect(back).toHaveCount(0);
  await missed.getByRole('button', { name: 'Cerrar' }).click();

  await rival.leave(hall.slug);
  await back.getByRole('button', { name: 'Quedarme la 7' }).click();
  await expect(ana.seat(7)).toHaveAccessibleName(looks.mine);
  await expect(back).toHaveCount(0);
});

test('it is asked for, and given up, with the keyboard', async ({ page }) => {
  const hall = await halls.open();
  await new Rival(halls.app.url, hall).hold(7);
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await expect(ana.seat(7)).toHaveAccessibleDescription('Pulsa y te avisamos si vuelve');
  await ana.seat(7).press('Enter');
  await expect(ana.seat(7)).toHaveAttribute('aria-pressed', 'true');
  await expect(ana.seat(7)).toBeFocused();
  // A second press so soon would be the other half of a double one.
  await expect(async () => {
    await ana.seat(7).press('Enter');
    await expect(ana.seat(7)).toHaveAttribute('aria-pressed', 'false', { timeout: 300 });
  }).toPass();
});
