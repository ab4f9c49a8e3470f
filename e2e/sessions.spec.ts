import postgres from 'postgres';
import { type RunningApp, startApp } from './support/app';
import { check, fits, ways } from './support/axe';
import { fillSignIn, signIn } from './support/sign-in';
import { expect, test } from './support/test';

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp();
  const admin = postgres(app.adminUrl, { max: 1, onnotice: () => {} });
  await admin`
    INSERT INTO audit_log (tenant_id, id, user_name, action, target, before, after, reason)
    SELECT t.id, gen_random_uuid(), 'Íñigo Salvatierra', v.action, v.target, v.before::jsonb,
      v.after::jsonb, v.reason
    FROM tenants t, (VALUES
      ('settings.changed', 'Teatro Aurora', '{"cart_lock_duration": null, "auto_extend_locks": true}',
        '{"cart_lock_duration": 12.5, "auto_extend_locks": false}', NULL),
      ('locks.released', 'session · K7QX2M', NULL, '{"locks": 3, "units": 5, "lockIds": []}',
        'Sospecha de reventa'),
      ('curtain.raised', 'Un cambio que aún no tiene palabras', NULL, '{"height": 4}', NULL)
    ) AS v (action, target, before, after, reason)
    WHERE t.slug = 'teatro-aurora'`;
  await admin.end();
});
test.afterAll(() => app.stop());

const manager = 'gerencia@teatro-aurora.example.org';

test('whoever works for a house is taken there, and finds the way back from the shop', async ({
  page,
}) => {
  await page.goto(`${app.url}/es/sign-in`);
  await fillSignIn(page, manager);
  await expect(page).toHaveURL(`${app.url}/es/admin/teatro-aurora`);
  await page.goto(`${app.url}/es`);
  await page.getByRole('banner').getByRole('link', { name: 'Entre bastidores' }).click();
  await expect(page).toHaveURL(`${app.url}/es/admin/teatro-aurora`);
});

test('a buyer is taken to what is on, and is shown no way backstage', async ({ page }) => {
  await page.goto(`${app.url}/es/sign-in`);
  await fillSignIn(page, 'clara@example.org');
  await expect(page).toHaveURL(`${app.url}/es`);
  await expect(page.getByRole('link', { name: 'Tu cuenta, Clara Benavides' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Entre bastidores' })).toHaveCount(0);
});

test('a telephone that was lost is signed out from the desk, and opens nothing from then on', async ({
  page,
  browser,
}) => {
  const email = 'taquilla@teatro-aurora.example.org';
  const phone = await browser.newPage({
    userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
  });
  await signIn(phone.request, app.url, email);
  await phone.goto(`${app.url}/es/admin/teatro-aurora`);
  await expect(phone.getByRole('heading', { level: 1, name: 'Ahora' })).toBeVisible();

  await page.goto(`${app.url}/es/account`);
  await fillSignIn(page, email);
  const devices = page.getByRole('region', { name: 'Dispositivos' });
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').filter({ hasText: 'este' })).toHaveCount(1);
  await devices.getByRole('button', { name: 'Cerrar la sesión en Firefox · Android' }).click();
  await expect(devices.getByRole('status')).toHaveText(
    'La sesión en Firefox · Android está cerrada.',
  );
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices.getByRole('heading', { name: 'Dispositivos' })).toBeFocused();

  for (const path of ['/es/admin/teatro-aurora', '/es/account', '/es/admin']) {
    await phone.goto(app.url + path);
    await expect(phone.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible();
  }
  await page.goto(`${app.url}/es/admin/teatro-aurora`);
  await expect(page.getByRole('heading', { level: 1, name: 'Ahora' })).toBeVisible();
  await phone.close();
});

test('all the others are signed out at once, and this one by its own button', async ({
  page,
  browser,
}) => {
  const email = 'puerta@teatro-aurora.example.org';
  const others = await Promise.all([browser.newContext(), browser.newContext()]);
  for (const { request } of others) await signIn(request, app.url, email);
  await signIn(page.request, app.url, email);
  await page.goto(`${app.url}/es/account`);
  const devices = page.getByRole('region', { name: 'Dispositivos' });
  await expect(devices.getByRole('listitem')).toHaveCount(3);
  await devices.getByRole('button', { name: 'Cerrar todas las demás' }).click();
  await expect(devices.getByRole('status')).toHaveText('Tu cuenta solo está abierta aquí.');
  for (const { request } of others) {
    const answer = await request.get(`${app.url}/es/account`);
    expect(new URL(answer.url()).pathname).toBe('/es/sign-in');
  }
  const kept = (await page.context().cookies()).filter(({ name }) =>
    name.includes('session-token'),
  );
  await page.getByRole('button', { name: 'Salir' }).click();
  await expect(page).toHaveURL(`${app.url}/es`);
  // The cookie, put back by somebody who kept it, is of no use.
  await page.context().addCookies(kept);
  await page.goto(`${app.url}/es/account`);
  await expect(page.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible();
  for (const context of others) await context.close();
});

test('the log tells who changed what, before and after; its filters have an address', async ({
  page,
}) => {
  await signIn(page.request, app.url, manager);
  await page.goto(`${app.url}/es/admin/teatro-aurora/audit`);
  const log = page.getByRole('list', { name: 'Registro' });
  const settings = log.getByRole('listitem').filter({ hasText: 'Cambió los ajustes' });
  await expect(settings).toContainText('Íñigo Salvatierra');
  await expect(settings.getByRole('deletion')).toHaveText(['antes: sí', 'antes: sin valor propio']);
  await expect(settings.getByRole('insertion')).toHaveText(['ahora: no', 'ahora: 12,5']);
  await expect(log).toContainText('Liberó bloqueos · una sesión · K7QX2M');
  await expect(log).toContainText('Motivo: Sospecha de reventa');
  // What has no words yet is shown as it was written.
  await expect(log).toContainText('curtain.raised');

  await page.getByRole('combobox', { name: 'Qué' }).selectOption('Liberó bloqueos');
  await page.getByRole('button', { name: 'Ver', exact: true }).click();
  await expect(page).toHaveURL(/action=locks\.released/);
  await expect(log.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Día' }).fill('2020-01-01');
  await page.getByRole('button', { name: 'Ver', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nada con estos filtros' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Quitar filtros' }).first().click();
  await expect(log.getByRole('listitem')).toHaveCount(3);
});

test('who tries too often is told how long to wait, also where there is no account', async ({
  page,
}) => {
  await page.goto(`${app.url}/en/sign-in`);
  const form = page.getByRole('main');
  const refusal = form.getByRole('alert');
  await form.getByRole('textbox', { name: 'Email' }).fill('nobody@example.org');
  for (let tries = 1; tries <= 5; tries += 1) {
    await form.getByRole('textbox', { name: 'Password', exact: true }).fill(`guess ${tries}`);
    const answered = page.waitForResponse('**/api/auth/callback/credentials');
    await form.getByRole('button', { name: 'Sign in', exact: true }).click();
    await answered;
    await expect(refusal).toContainText('do not match');
  }
  await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(refusal).toContainText(/Too many tries in a row\. Wait [12] seconds?/);
});

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('the account, the door and the log are without a fault', async ({ page }) => {
      await signIn(page.request, app.url, 'direccion@teatro-aurora.example.org');
      for (const path of [
        '/es/account',
        '/en/account',
        '/es/sign-in',
        '/es/admin/teatro-aurora/audit',
        '/en/admin/teatro-aurora/audit?day=2020-01-01',
      ]) {
        await page.goto(app.url + path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await check(page);
        await fits(page);
      }
    });
  });
}
