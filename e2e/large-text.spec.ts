import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

test.use({ viewport: { width: 390, height: 844 } });

const event = '/teatro-aurora/noches-acomodadora-viernes';

async function fits(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width, page.url()).toBe(390);
}

for (const language of ['es', 'en']) {
  test(`no page in ${language} is wider than a phone with its text at twice the size`, async ({
    page,
  }) => {
    for (const path of ['', '/teatro-aurora', event, '/sign-in?mode=register']) {
      await page.goto(`/${language}${path}`);
      await fits(page);
    }
  });
}

test('with its text at twice the size a phone leads from the seats to the tickets', async ({
  page,
}) => {
  await page.goto(`/es${event}`);
  await page.getByRole('button', { name: 'Añadir una entrada: De pie' }).click();
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  await expect(cart).toContainText('Una entrada');
  await fits(page);
  const pay = cart.getByRole('link', { name: /Pagar/ });
  await expect(pay).toBeInViewport({ ratio: 1 });
  await pay.click();
  await expect(page.getByRole('textbox', { name: 'Nombre' })).toBeVisible();
  await fits(page);
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Ana Prat');
  await page.getByRole('textbox', { name: 'Correo' }).fill('ana@example.org');
  await page.getByRole('button', { name: /^Pagar/ }).click();
  await page.getByRole('button', { name: 'Aprobar el pago' }).click();
  const code = page.getByRole('img', { name: /^Código QR/ });
  await expect(code).toBeVisible();
  await fits(page);
  await code.scrollIntoViewIfNeeded();
  await expect(code).toBeInViewport({ ratio: 1 });
});
