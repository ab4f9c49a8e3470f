import { expect, test } from '@playwright/test';

test('the app says that it lives, that it is ready, and what it can do', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200);
  expect((await request.get('/readyz')).status()).toBe(200);
  expect((await request.get('/metrics')).headers()['content-type']).toContain('text/plain');
  const description = await (await request.get('/openapi.json')).json();
  expect(Object.keys(description.paths)).toContain('/sales/cart/lock');
});

test('the first page speaks the language that the browser asks for', async ({
  browser,
  baseURL,
}) => {
  for (const [locale, language] of [
    ['es-MX', 'es'],
    ['en-GB', 'en'],
    ['fr-FR', 'es'],
  ]) {
    const context = await browser.newContext({ locale, baseURL });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', language ?? '');
    await context.close();
  }
});
