import { expect, test } from './support/test';

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

test('a link that is shared shows a picture, whichever page it leads to', async ({
  page,
  request,
  baseURL,
}) => {
  for (const path of ['/es', '/en/teatro-aurora', '/es/teatro-aurora/noches-acomodadora-viernes']) {
    await page.goto(path);
    const picture = page.locator('meta[property="og:image"]');
    const address = (await picture.getAttribute('content')) ?? '';
    expect(new URL(address).origin).toBe(baseURL);
    const answer = await request.get(address);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
  }
});

test('an address that cannot be read is the caller’s error, not the server’s', async ({
  request,
}) => {
  for (const path of ['/es/%E0%A4%A', '/sales/events/%E0%A4%A', '/_next/static/%E0%A4%A']) {
    expect((await request.get(path)).status()).toBe(400);
  }
});

test('scripts come in the smallest form that the browser takes', async ({ request, baseURL }) => {
  const page = await (await request.get('/es')).text();
  const [script] = /\/_next\/static\/chunks\/[^"]+\.js/.exec(page) ?? [];
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await request.fetch(`${baseURL}${script}`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(answer.headers()['content-encoding'] ?? 'identity').toBe(encoding);
    expect(answer.headers()).toMatchObject({
      'cache-control': 'public,max-age=31536000,immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
  }
});
