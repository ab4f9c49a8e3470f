import { expect, test } from './support/test';

const pages = ['/es', '/en', '/es/sign-in', '/es/nowhere-at-all'];
const endpoints = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/sales/events'];
const nonceOf = (policy: string) => /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1];

for (const address of [...pages, ...endpoints, '/icon.svg', '/favicon.ico', '/']) {
  test(`${address} stands in no frame, is taken for nothing else and tells no other site where one was`, async ({
    request,
  }) => {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });
}

for (const address of pages) {
  test(`every script of ${address} is vouched for by a nonce of that answer only`, async ({
    request,
  }) => {
    const answer = await request.get(address);
    const policy = answer.headers()['content-security-policy'] ?? '';
    const nonce = nonceOf(policy);
    expect(nonce).toBeTruthy();
    expect(policy).not.toMatch(/script-src [^;]*unsafe-/);
    expect(policy).toContain("frame-ancestors 'none'");
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    const again = (await request.get(address)).headers()['content-security-policy'] ?? '';
    expect(nonceOf(again)).not.toBe(nonce);
  });
}

for (const address of endpoints) {
  test(`${address} may load and run nothing`, async ({ request }) => {
    const policy = (await request.get(address)).headers()['content-security-policy'];
    expect(policy).toBe("default-src 'none'; frame-ancestors 'none'");
  });
}

test('only what came over HTTPS asks browsers to keep to it', async ({ request }) => {
  const told = async (proto?: string) => {
    const headers: Record<string, string> = proto ? { 'x-forwarded-proto': proto } : {};
    return (await request.get('/es', { headers })).headers()['strict-transport-security'];
  };
  expect(await told()).toBeUndefined();
  expect(await told('http')).toBeUndefined();
  expect(await told('https')).toMatch(/^max-age=\d{7,}/);
  expect(await told('https, http')).toMatch(/^max-age=\d{7,}/);
});

test('an order’s address, which holds its key, is kept by no cache', async ({ request }) => {
  const answer = await request.get(`/es/orders/01980000-0000-7000-8000-000000000001?key=secret`);
  expect(answer.headers()['cache-control']).toContain('no-store');
});

test('an event that is not there is a 404, not a page that says so', async ({ request }) => {
  expect((await request.get('/es/teatro-aurora/nothing-of-the-kind')).status()).toBe(404);
  expect((await request.get('/es/teatro-aurora/noches-acomodadora-viernes')).status()).toBe(200);
});

test('an address without its language is led to the one that the browser asks for', async ({
  request,
}) => {
  for (const [language, to] of [
    ['en-GB', '/en/nowhere'],
    ['es-MX', '/es/nowhere'],
    ['fr', '/es/nowhere'],
  ]) {
    const headers = { 'accept-language': language as string };
    const answer = await request.get('/nowhere', { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toBe(to);
  }
});
