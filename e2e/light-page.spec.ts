import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const event = '/es/teatro-aurora/noches-acomodadora-viernes';

/** Bytes of every script as it came over the line, and how many are still on their way. */
async function weighScripts(page: Page): Promise<{ bytes: number; coming: number }> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const weight = { bytes: 0, coming: 0 };
  const scripts = new Set<string>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // Those fetched beforehand count too: who pays by the megabyte pays for them.
    if (!new URL(request.url).pathname.endsWith('.js')) return;
    scripts.add(requestId);
    weight.coming += 1;
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!scripts.has(requestId)) return;
    weight.bytes += encodedDataLength;
    weight.coming -= 1;
  });
  return weight;
}

/** The page has nothing more to do by itself, and every script that it asked for is here. */
async function settled(page: Page, scripts: { coming: number }): Promise<void> {
  const map = page.getByRole('application', { name: 'Plano de la sala' });
  await expect(map).toBeVisible();
  await page.evaluate(
    () => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle))),
  );
  await expect.poll(() => scripts.coming).toBe(0);
}

test('on a bad phone the hall is there for no more than 180 KB of scripts; the rest comes with the first touch', async ({
  page,
}) => {
  const scripts = await weighScripts(page);
  await page.goto(event);
  await settled(page, scripts);
  expect(scripts.bytes).toBeGreaterThan(100_000);
  expect(scripts.bytes).toBeLessThanOrEqual(180_000);

  const before = scripts.bytes;
  await page.getByRole('button', { name: /Ver la cesta/ }).tap();
  await expect(page.getByRole('dialog', { name: 'Tu cesta' })).toBeVisible();
  expect(scripts.bytes).toBeGreaterThan(before);
});

test('a tap on the basket before its code is here opens it once it is, and its end gives the keyboard back', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.goto(event);
  await expect(page.getByRole('application', { name: 'Plano de la sala' })).toBeVisible();
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const opener = page.getByRole('button', { name: /Ver la cesta/ });
  await opener.tap();
  await expect(opener).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(page.getByRole('dialog', { name: 'Tu cesta' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('the list opens on a line that lost it at first, and says so meanwhile', async ({ page }) => {
  await page.goto(event);
  await expect(page.getByRole('application', { name: 'Plano de la sala' })).toBeVisible();
  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Lista').tap();
  await expect(page.getByText('No hemos podido traer la lista')).toBeVisible();
  await page.unroute('**/*.js');
  await page.getByRole('button', { name: 'Cargar otra vez' }).tap();
  await expect(page.getByRole('button', { name: /^Platea quedan/ })).toBeVisible();
});
