import { Buyer } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a sale that ends while the page is open is over on it', async ({ page }) => {
  const hall = await halls.open();
  await halls.admin`
    UPDATE events SET sale_ends_at = now() + interval '1 hour' WHERE id = ${hall.eventId}`;
  const ana = new Buyer(page);
  await page.clock.install();
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await halls.admin`UPDATE events SET sale_ends_at = now() WHERE id = ${hall.eventId}`;
  await page.clock.fastForward('01:00:03');
  await expect(page.locator('[data-slot=sale-notice]')).toContainText('La venta ha terminado');
  await expect(ana.seat(5)).toBeDisabled();
});

test('a form that is sent several times in one moment opens one order', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await ana.cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Gil');
  await page.getByRole('textbox', { name: 'Correo' }).fill('ana@example.org');
  await page.locator('form').evaluate((form: HTMLFormElement) => {
    for (let time = 0; time < 3; time++) form.requestSubmit();
  });
  await expect(page.getByRole('heading', { name: 'Pago de prueba' })).toBeVisible();
  expect(await halls.admin`SELECT id FROM orders WHERE tenant_id = ${hall.tenantId}`).toHaveLength(
    1,
  );
});
