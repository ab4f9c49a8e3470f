import type { Page } from '@playwright/test';
import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const password = 'una frase larga';
let accounts = 0;
const newEmail = () => `persona${++accounts}@example.org`;

const door = (page: Page) => page.getByRole('main');
const submit = (page: Page, name: 'Entrar' | 'Crear cuenta') =>
  door(page).getByRole('button', { name, exact: true }).click();

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await door(page).getByRole('textbox', { name: label, exact: true }).fill(value);
  }
}

async function register(page: Page, email: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: 'Entrar' }).click();
  await page.getByRole('link', { name: 'Crear una cuenta' }).click();
  await fill(page, { Nombre: 'Nora Vidal', 'Correo electrónico': email, Contraseña: password });
  await submit(page, 'Crear cuenta');
  await expect(page.getByRole('link', { name: 'Tu cuenta, Nora Vidal' })).toBeVisible();
}

/** The addresses that a hall's live locks belong to. */
async function ownersIn(tenantId: number): Promise<(string | null)[]> {
  const rows = await halls.admin<{ email: string | null }[]>`
    SELECT u.email FROM cart_item_locks l LEFT JOIN users u ON u.id = l.user_id
    WHERE l.tenant_id = ${tenantId} AND l.status = 'active' AND l.expires_at > now()`;
  return rows.map(({ email }) => email);
}

test('the cart follows its buyer into a new account, and the purchase is found there', async ({
  page,
}) => {
  const hall = await halls.open();
  const nora = new Buyer(page);
  await nora.enter(halls.pageOf(hall));
  await nora.take(4);
  expect(await ownersIn(hall.tenantId)).toEqual([null]);
  const email = newEmail();
  await register(page, email);
  await expect(page).toHaveURL(halls.pageOf(hall));
  await nora.openRow();
  await expect(nora.seat(4)).toHaveAccessibleName(looks.mine);
  expect(await ownersIn(hall.tenantId)).toEqual([email]);

  await nora.cart.getByRole('link', { name: 'Continuar al pago' }).click();
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Nora Vidal');
  await page.getByRole('textbox', { name: 'Correo' }).fill(email);
  await page.getByRole('button', { name: /^Pagar / }).click();
  await page.getByRole('button', { name: 'Aprobar el pago' }).click();
  await page.waitForURL(/\/es\/orders\//);
  await page.getByRole('link', { name: 'Tu cuenta, Nora Vidal' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nora Vidal');
  await page.getByRole('link', { name: /^Abrir el pedido B-\w+: Noche de prueba$/ }).click();
  await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(1);
});

test('the cart follows its buyer into the account there is, after a password mistyped', async ({
  page,
  browser,
}) => {
  const email = newEmail();
  const before = await browser.newPage();
  await before.goto(`${halls.app.url}/es`);
  await register(before, email);
  await before.close();

  const hall = await halls.open();
  const nora = new Buyer(page);
  await nora.enter(halls.pageOf(hall));
  await nora.take(6);
  await page.getByRole('banner').getByRole('link', { name: 'Entrar' }).click();
  await fill(page, { 'Correo electrónico': email, Contraseña: 'otra cosa' });
  await submit(page, 'Entrar');
  const refusal = door(page).getByRole('alert');
  await expect(refusal).toContainText('El correo y la contraseña no coinciden');
  const address = door(page).getByRole('textbox', { name: 'Correo electrónico' });
  await expect(address).toHaveValue(email);

  // A stranger is told the same of an address that has no account.
  await address.fill('nadie@example.org');
  await submit(page, 'Entrar');
  await expect(refusal).toContainText('El correo y la contraseña no coinciden');
  expect(await ownersIn(hall.tenantId)).toEqual([null]);

  await fill(page, { 'Correo electrónico': email, Contraseña: password });
  await submit(page, 'Entrar');
  await expect(page).toHaveURL(halls.pageOf(hall));
  await nora.openRow();
  await expect(nora.seat(6)).toHaveAccessibleName(looks.mine);
  expect(await ownersIn(hall.tenantId)).toEqual([email]);

  await page.getByRole('button', { name: 'Salir' }).click();
  await expect(page).toHaveURL(`${halls.app.url}/es`);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Entrar' })).toBeVisible();
});

test('what is missing is said at its field, and the first of them has the focus', async ({
  page,
}) => {
  await page.goto(`${halls.app.url}/es/sign-in?mode=register`);
  await submit(page, 'Crear cuenta');
  const field = (name: string) => door(page).getByRole('textbox', { name, exact: true });
  await expect(field('Nombre')).toBeFocused();
  await expect(field('Nombre')).toHaveAccessibleDescription('Escribe tu nombre.');
  await fill(page, { Nombre: 'Leo', 'Correo electrónico': 'leo', Contraseña: 'corta' });
  await submit(page, 'Crear cuenta');
  await expect(field('Correo electrónico')).toBeFocused();
  await expect(field('Correo electrónico')).toHaveAccessibleDescription(/Escribe tu correo, como/);
  await expect(field('Contraseña')).toHaveAccessibleDescription(/al menos 8 caracteres/);
  await expect(field('Nombre')).toHaveValue('Leo');
});

test('who tries password after password is asked to wait', async ({ page }) => {
  await page.goto(`${halls.app.url}/en/sign-in`);
  const fields = door(page);
  await fields.getByRole('textbox', { name: 'Email' }).fill('victim@example.org');
  const refusal = fields.getByRole('alert');
  await expect(async () => {
    await fields.getByRole('textbox', { name: 'Password', exact: true }).fill('guess');
    await fields.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(refusal).toContainText('Too many tries', { timeout: 1_000 });
  }).toPass({ intervals: [0], timeout: 40_000 });
});
