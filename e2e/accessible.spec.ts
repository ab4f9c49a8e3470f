import { check, fits, ways } from './support/axe';
import { expect, test } from './support/test';

const show = '/es/teatro-aurora/noches-acomodadora-viernes';

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('every page that only shows is without a fault', async ({ page }) => {
      for (const path of [
        '/es',
        '/es/teatro-aurora',
        '/en/arena-pacifico',
        show,
        '/es/teatro-aurora/noches-acomodadora-despedida',
        '/es/arena-pacifico/los-faroles-marea-alta',
        '/es/teatro-aurora/checkout',
        '/es/sign-in',
        '/es/nada',
        '/es/orders/0193c0de-0000-7000-8000-000000000000',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await check(page);
        await fits(page);
      }
    });

    test('every step of a purchase is without a fault', async ({ page }) => {
      await page.goto(show);
      await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Lista').click();
      await check(page);
      await page.getByRole('button', { name: 'Añadir una entrada: De pie' }).click();
      const cart = page.getByRole('complementary', { name: 'Tu cesta' });
      await expect(cart).toContainText('Una entrada');
      await check(page);
      if (use.viewport.width < 1_000) {
        await cart.getByRole('button', { name: /Ver la cesta/ }).click();
        await expect(page.getByRole('dialog', { name: 'Tu cesta' })).toBeVisible();
        await check(page);
        await page.keyboard.press('Escape');
      }
      await cart.getByRole('link', { name: /agar|pago/ }).click();
      await page.getByRole('button', { name: /^Pagar / }).click();
      await expect(page.getByText('Faltan 2 cosas')).toBeVisible();
      await check(page);
      await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Gil');
      await page.getByRole('textbox', { name: 'Correo' }).fill('ana@example.org');
      await page.getByRole('button', { name: /^Pagar / }).click();
      await page.getByRole('button', { name: 'Rechazar el pago' }).click();
      await expect(page.getByText('El pago no ha salido')).toBeVisible();
      await check(page);
      await page.getByRole('button', { name: 'Aprobar el pago' }).click();
      await expect(page.getByRole('img', { name: /^Código QR/ })).toBeVisible();
      await check(page);
      await fits(page);
    });
  });
}

test.describe('a page four times as large', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('is read without scrolling sideways', async ({ page }) => {
    for (const path of ['/es', '/en/teatro-aurora', show, '/es/sign-in']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await fits(page);
    }
  });
});
