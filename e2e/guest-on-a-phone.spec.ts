import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type RunningApp, startApp } from './support/app';
import { expect, test } from './support/test';

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp();
});
test.afterAll(() => app.stop());

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Taps here and there in the middle of the map, as a finger does, until so many seats are theirs. */
async function tapSeats(page: Page, wanted: number): Promise<void> {
  const map = page.getByRole('application', { name: 'Plano de la sala' });
  await map.scrollIntoViewIfNeeded();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Acercar' }).tap();
  const { width, height } = (await map.boundingBox()) as { width: number; height: number };
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  for (let i = 0; i < 60; i++) {
    const taken = /(Una|\d+) entradas?/.exec((await cart.textContent()) ?? '')?.[1];
    if ((taken === 'Una' ? 1 : Number(taken ?? 0)) >= wanted) return;
    const position = {
      x: width * (0.2 + 0.6 * ((i * 7) % 10) * 0.1),
      y: height * (0.25 + 0.05 * (i % 10)),
    };
    await map.tap({ position });
    // A finger sees first what it is about to choose.
    const choose = page.getByRole('button', { name: 'Elegir', exact: true });
    if (await choose.isVisible()) await choose.tap();
    await expect(cart).not.toContainText('Guardando');
  }
  throw new Error('No seat could be had by tapping the map.');
}

test('a guest on a phone buys two seats and two standing places', async ({ browser, page }) => {
  await page.goto(`${app.url}/es`);
  await page.getByRole('link', { name: /^Elegir sitio: Las noches.*viernes/ }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Las noches de la acomodadora');
  await tapSeats(page, 2);
  const more = page.getByRole('button', { name: 'Añadir una entrada: De pie' });
  await more.tap();
  await more.tap();
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  await expect(cart).toContainText('4 entradas');

  await cart.getByRole('button', { name: /Ver la cesta/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Tu cesta' });
  await expect(sheet.getByText('Tiempo restante')).toBeVisible();
  await expect(sheet.getByText(/butaca \d+/)).toHaveCount(2);
  await sheet.getByRole('link', { name: 'Continuar al pago' }).tap();

  await page.getByRole('textbox', { name: 'Nombre' }).fill('Inés Robledo');
  await page.getByRole('textbox', { name: 'Correo' }).fill('ines@example.org');
  await page.getByRole('button', { name: /^Pagar / }).tap();
  await expect(page.getByText('Tus sitios están a salvo mientras pagas')).toBeVisible();
  await page.getByRole('button', { name: 'Aprobar el pago' }).tap();

  await page.waitForURL(/\/es\/orders\//);
  await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(4);

  // The address can be kept: it opens the tickets in a browser that never saw the cart.
  const elsewhere = await browser.newPage();
  await elsewhere.goto(page.url());
  await expect(elsewhere.getByRole('img', { name: /^Código QR/ })).toHaveCount(4);
  await elsewhere.close();

  const mailbox = path.join(app.dataDir, 'mail');
  const mails = () => {
    try {
      return readdirSync(mailbox).map((file) => readFileSync(path.join(mailbox, file), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };
  await expect
    .poll(() => mails().filter((mail) => mail.includes('ines@example.org')))
    .toHaveLength(1);
  expect(mails().join('')).toContain(new URL(page.url()).pathname.split('/').at(-1));
});

test('a payment that is declined keeps the places, and one that is then approved sells them once', async ({
  browser,
  page,
}) => {
  const address = `${app.url}/es/teatro-aurora/noches-acomodadora-viernes`;
  await page.goto(address);
  await page.getByRole('button', { name: 'Añadir una entrada: De pie' }).tap();
  await page
    .getByRole('complementary', { name: 'Tu cesta' })
    .getByRole('link', { name: /Pagar/ })
    .tap();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Leo Prat');
  await page.getByRole('textbox', { name: 'Correo' }).fill('leo@example.org');
  await page.getByRole('button', { name: /^Pagar / }).tap();
  await page.getByRole('button', { name: 'Rechazar el pago' }).tap();
  await expect(page.getByText('El pago no ha salido')).toBeVisible();

  const other = await browser.newPage();
  await other.goto(address);
  const left = other.getByText(/^Quedan? /);
  const before = await left.textContent();

  await page.getByRole('button', { name: 'Aprobar el pago' }).tap();
  await page.waitForURL(/\/es\/orders\//);
  await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(1);
  await other.reload();
  await expect(left).toHaveText(before ?? '');
  await other.close();
});
