import type { Page } from '@playwright/test';
import { check, fits } from './support/axe';
import { createMember, enterAs } from './support/member';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const [old, fresh] = ['una frase larga', 'bambalina encarnada'];
const part = (page: Page) => page.getByRole('region', { name: 'Contraseña' });
const current = (page: Page) => part(page).getByRole('textbox', { name: 'Contraseña actual' });
const next = (page: Page) => part(page).getByRole('textbox', { name: 'Contraseña nueva' });
const send = (page: Page) => part(page).getByRole('button', { name: 'Cambiar la contraseña' });

async function change(page: Page, from: string, to: string): Promise<void> {
  await current(page).fill(from);
  await next(page).fill(to);
  await expect(send(page)).toBeEnabled();
  await page.keyboard.press('Enter');
}

test('a password is changed by keyboard; the telephone is signed out, and only the new one opens', async ({
  page,
  browser,
}) => {
  const hall = await halls.open();
  const email = await createMember(halls.admin, hall.tenantId, 'manager');
  const account = `${halls.app.url}/es/account`;
  const phone = await browser.newPage();
  await enterAs(phone, email, account);
  await enterAs(page, email, account);
  const devices = page.getByRole('region', { name: 'Dispositivos' }).getByRole('listitem');
  await expect(devices).toHaveCount(2);
  await expect(current(page)).toHaveAttribute('autocomplete', 'current-password');
  await expect(next(page)).toHaveAttribute('autocomplete', 'new-password');

  await change(page, old, 'corta');
  await expect(next(page)).toBeFocused();
  await expect(next(page)).toHaveAccessibleDescription(/Se queda corta: al menos 8 caracteres/);
  await change(page, 'no es esta', fresh);
  await expect(current(page)).toBeFocused();
  await expect(current(page)).toHaveAccessibleDescription(/No es tu contraseña actual/);
  await expect(next(page)).not.toHaveAttribute('aria-invalid');
  await check(page);
  await fits(page);
  await change(page, old, fresh);
  const done = part(page).getByRole('status');
  await expect(done).toContainText('Contraseña cambiada');
  await expect(done).toContainText('En los demás dispositivos hemos cerrado tu cuenta');
  await expect(current(page)).toHaveValue('');
  await expect(devices).toHaveCount(1);
  // The page that comes with the list has its title a moment later.
  await expect(page).toHaveTitle(/Tu cuenta/);
  await check(page);

  await phone.goto(account);
  await expect(phone.getByRole('heading', { level: 1, name: 'Entrar' })).toBeVisible();
  const door = phone.getByRole('main');
  await door.getByRole('textbox', { name: 'Correo electrónico' }).fill(email);
  const password = door.getByRole('textbox', { name: 'Contraseña', exact: true });
  await password.fill(old);
  await password.press('Enter');
  await expect(door.getByRole('alert')).toContainText('no coinciden');
  await password.fill(fresh);
  await password.press('Enter');
  await expect(phone).toHaveURL(account);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Marta Ruiz' })).toBeVisible();
  await phone.close();
});

test('who guesses the present password is told to wait, and what to look at when no answer comes', async ({
  page,
}) => {
  const hall = await halls.open();
  const email = await createMember(halls.admin, hall.tenantId, 'scanner');
  await enterAs(page, email, `${halls.app.url}/es/account`);
  const alert = part(page).getByRole('alert');
  for (let guess = 1; guess <= 5; guess += 1) {
    await change(page, `guess ${guess}`, fresh);
    await expect(current(page)).toHaveAccessibleDescription(/No es tu contraseña actual/);
    await expect(send(page)).not.toHaveAttribute('aria-busy');
  }
  await change(page, old, fresh);
  await expect(alert).toContainText(/Demasiados intentos seguidos\. Espera [12] segundos?/);
  await page.context().setOffline(true);
  await change(page, old, fresh);
  await expect(alert).toContainText('No ha llegado respuesta');
  await page.context().setOffline(false);
  await expect(async () => {
    await change(page, old, fresh);
    await expect(part(page).getByRole('status')).toContainText('Desde ahora entras con la nueva.', {
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
});
