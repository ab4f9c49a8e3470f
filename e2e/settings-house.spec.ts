import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { png } from '../lib/tenants/testing/pictures';
import { managerOf, settingsOf } from './support/manager';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /Guardado el/ });
const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

test('a house’s colour and logo are seen by its public at once', async ({ page, browser }) => {
  const hall = await halls.open();
  const manager = await managerOf(halls, hall, browser);
  await manager.goto(settingsOf(halls, hall, '/look'));
  const code = manager.getByRole('textbox', { name: 'Código del color' });
  await code.fill('#ffd400');
  await expect(manager.getByText(/^De día: #ffd400 no se leería, así que se usa #/)).toBeVisible();
  await expect(manager.getByText('De noche: #ffd400, tal cual.')).toBeVisible();
  await manager.getByRole('button', { name: 'Guardar el color' }).click();
  await expect(saved(manager)).toContainText('#ffd400');

  const file = manager.getByLabel('Imagen');
  await file.setInputFiles(picture('logo.png', Buffer.from('<!doctype html><h1>Hola</h1>')));
  await manager.getByRole('button', { name: 'Guardar el logo' }).click();
  await expect(file).toBeFocused();
  await expect(file).toHaveAccessibleDescription(/no es una imagen PNG, JPEG ni WebP/);
  await file.setInputFiles(picture('logo.png', Buffer.alloc(256 * 1024 + 1)));
  await manager.getByRole('button', { name: 'Guardar el logo' }).click();
  await expect(file).toHaveAccessibleDescription(/pasa de 256 KB/);
  await file.setInputFiles(picture('logo.txt', png(240, 80)));
  await manager.getByRole('button', { name: 'Guardar el logo' }).click();
  await expect(manager.getByRole('img', { name: 'Sala de pruebas' })).toBeVisible();

  await page.goto(`${halls.app.url}/es/${hall.slug}`);
  const logo = page.locator('[data-slot=tenant-logo] img');
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(240);
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--color-scenery'),
  );
  expect(accent).toBe('#ffd400');
  await page.goto(halls.pageOf(hall));
  await expect(page.locator('[data-slot=tenant-logo] img')).toBeVisible();

  await manager.getByRole('button', { name: 'Quitar el logo' }).click();
  await expect(manager.getByRole('img', { name: 'Sala de pruebas' })).toHaveCount(0);
  await page.goto(`${halls.app.url}/es/${hall.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-slot=tenant-logo]')).toHaveCount(0);
});

test('a house of one language is read in it, under its new name, wherever one comes from', async ({
  page,
  browser,
}) => {
  const hall = await halls.open();
  await page.goto(`${halls.app.url}/en/${hall.slug}`);
  await expect(page.getByRole('link', { name: 'Español' })).toBeVisible();
  await expect(page.locator('link[hreflang]')).toHaveCount(3);

  const manager = await managerOf(halls, hall, browser);
  await manager.goto(settingsOf(halls, hall, '/house'));
  await manager.getByRole('textbox', { name: 'Nombre de la casa' }).fill('Sala Miramar');
  await manager.getByRole('textbox', { name: 'Lema en español' }).fill('Frente al mar');
  await manager.getByRole('radio', { name: 'Solo en español' }).check();
  await manager.getByLabel('Zona horaria').fill('Atlantic/Canary');
  await manager.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expect(saved(manager)).toContainText('Sala Miramar');

  await page.goto(`${halls.app.url}/en/${hall.slug}/noche?seats=2`);
  await expect(page).toHaveURL(`${halls.app.url}/es/${hall.slug}/noche?seats=2`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.goto(`${halls.app.url}/en/${hall.slug}`);
  await expect(page).toHaveURL(`${halls.app.url}/es/${hall.slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sala Miramar' })).toBeVisible();
  await expect(page.getByText('Frente al mar')).toBeVisible();
  await expect(page.getByRole('link', { name: 'English' })).toHaveCount(0);
  const languages = await page
    .locator('link[hreflang]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')));
  expect(languages.sort()).toEqual(['es', 'x-default']);
  // Its own side is its team's to read in either.
  await expect(manager.getByRole('link', { name: 'English' })).toBeVisible();
});

test('a time zone that there is not is refused where it was written', async ({ browser }) => {
  const hall = await halls.open();
  const page = await managerOf(halls, hall, browser);
  await page.goto(settingsOf(halls, hall, '/house'));
  const zone = page.getByLabel('Zona horaria');
  await zone.fill('Europa/Madrid');
  await zone.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: 'Falta corregir una cosa' }),
  ).toBeFocused();
  await expect(zone).toHaveAccessibleDescription(/Elige una zona de la lista/);
  await page.getByRole('alert').getByRole('link', { name: 'Zona horaria' }).press('Enter');
  await expect(zone).toBeFocused();
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ways = [
  { locale: 'es', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { locale: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { locale: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'es', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { locale, ...look } of ways) {
  test(`the settings are without a fault in ${locale}, ${look.colorScheme}, ${look.viewport.width} wide`, async ({
    browser,
  }) => {
    const hall = await halls.open();
    const page = await managerOf(halls, hall, browser, { ...look, reducedMotion: 'reduce' });
    for (const part of ['', '/house', '/look'] as const) {
      await page.goto(settingsOf(halls, hall, part, locale));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`,
      );
      expect(found, page.url()).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, page.url()).toBe(0);
    }
  });
}
