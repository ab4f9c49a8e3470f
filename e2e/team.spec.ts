import postgres from 'postgres';
import { type RunningApp, startApp } from './support/app';
import { tabTo } from './support/keyboard';
import { someoneElse, Team, told } from './support/team';
import { expect, test } from './support/test';

let app: RunningApp;
let team: Team;
let admin: postgres.Sql;
test.beforeAll(async () => {
  app = await startApp();
  team = new Team(app);
  admin = postgres(app.adminUrl, { max: 1, onnotice: () => {} });
});
test.afterAll(async () => {
  await admin.end({ timeout: 1 });
  await app.stop();
});

test('who is invited by mail comes in from the link, reaches what the role does, and obeys each change at the next click', async ({
  browser,
  page,
}) => {
  const email = team.newEmail();
  await team.open(page);
  await team.invite(page, email, 'Acceso');
  const lucia = await someoneElse(browser);
  await lucia.goto(await team.linkTo(email));
  await expect(lucia.getByRole('heading', { level: 1 })).toHaveText(
    'Beatriz Lozano te invita a Teatro Aurora',
  );
  await expect(lucia.getByText('Tu papel: Acceso')).toBeVisible();
  await expect(lucia.getByRole('textbox', { name: 'Correo electrónico' })).toHaveValue(email);
  await team.register(lucia, 'Lucía Robledo');
  await lucia.getByRole('button', { name: 'Aceptar y entrar' }).click();

  const menu = lucia.getByRole('navigation', { name: 'Secciones' });
  await expect(menu.getByRole('link')).toHaveText(['Funciones']);
  const seesTeam = () => lucia.goto(`${team.address}/team`);
  expect((await seesTeam())?.status()).toBe(403);

  await page.reload();
  await expect(team.invitation(page, email)).toHaveCount(0);
  await page.getByRole('button', { name: 'Cambiar el papel de Lucía Robledo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cambiar el papel de Lucía Robledo' });
  await dialog.getByRole('combobox', { name: 'Papel' }).selectOption({ label: 'Gerencia' });
  await expect(dialog).toContainText('Podrá además');
  await dialog.getByRole('button', { name: 'Dar este papel' }).click();
  await expect(told(page, 'Lucía Robledo tiene ahora el papel de Gerencia')).toBeVisible();
  expect((await seesTeam())?.status()).toBe(200);
  await expect(lucia.getByText('Aquí solo puedes mirar')).toBeVisible();
  await expect(lucia.getByRole('button', { name: /^Quitar/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Quitar a Lucía Robledo' }).click();
  const sure = page.getByRole('dialog', { name: '¿Quitar a Lucía Robledo del equipo?' });
  await expect(sure).toContainText('Sale de la casa en el acto');
  await sure.getByRole('button', { name: 'Quitar a Lucía Robledo' }).click();
  await expect(team.member(page, 'Lucía Robledo')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^Quién está/ })).toBeFocused();
  expect((await seesTeam())?.status()).toBe(404);
  await lucia.context().close();
});

test('the last owner has no way out, also on a page that still shows one', async ({ page }) => {
  await admin`
    UPDATE memberships SET role = 'owner' WHERE user_id = (
      SELECT id FROM users WHERE email = 'gerencia@teatro-aurora.example.org')`;
  await team.open(page);
  const mine = team.member(page, 'Beatriz Lozano');
  await expect(mine.getByRole('button', { name: 'Salir del equipo' })).toBeVisible();
  await admin`
    UPDATE memberships SET role = 'manager' WHERE user_id = (
      SELECT id FROM users WHERE email = 'gerencia@teatro-aurora.example.org')`;
  await mine.getByRole('button', { name: 'Salir del equipo' }).click();
  const dialog = page.getByRole('dialog', { name: '¿Salir de Teatro Aurora?' });
  await dialog.getByRole('button', { name: 'Salir del equipo' }).click();
  await expect(dialog.getByRole('alert')).toContainText('al menos una persona en Dirección');
  await dialog.getByRole('button', { name: 'Dejarlo como está' }).click();
  await expect(mine).toContainText('La única persona en Dirección');
  await expect(mine.getByRole('button')).toHaveCount(0);
});

test('an invitation is written, sent anew and withdrawn with the keyboard alone', async ({
  page,
}) => {
  const email = team.newEmail();
  await team.open(page);
  await tabTo(page, /^Correo/);
  await page.keyboard.press('Enter');
  const address = page.getByRole('textbox', { name: 'Correo' });
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription('Escribe un correo, como nombre@ejemplo.com.');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(told(page, `Invitación enviada a ${email}`)).toBeVisible();
  await expect(address).toBeFocused();
  await expect(address).toHaveValue('');

  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(address).toHaveAccessibleDescription(/^Ya tiene una invitación sin responder/);
  const before = await team.linkTo(email);

  await tabTo(page, new RegExp(`^Reenviar la invitación a ${email}`));
  await page.keyboard.press('Enter');
  await expect(told(page, `Correo enviado otra vez a ${email}`)).toBeVisible();
  await expect(page.locator(':focus')).toHaveAccessibleName(`Reenviar la invitación a ${email}`);
  const link = await team.linkTo(email, 2);
  expect(link).not.toBe(before);
  expect((await page.request.get(before)).status()).toBe(404);
  expect((await page.request.get(link)).status()).toBe(200);

  await tabTo(page, new RegExp(`^Retirar la invitación de ${email}`));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '¿Retirar la invitación?' });
  await expect(dialog.getByRole('button', { name: 'Dejarlo como está' })).toBeFocused();
  await tabTo(page, /^Retirar$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(team.invitation(page, email)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Invitaciones sin responder' })).toBeFocused();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La invitación se ha retirado');
});

test('another account does not get in by the link, and is led to the right one', async ({
  browser,
  page,
}) => {
  const email = team.newEmail();
  await team.open(page);
  await team.invite(page, email, 'Taquilla');
  const link = await team.linkTo(email);
  const someone = await someoneElse(browser);
  await team.signIn(someone, 'clara@example.org');
  await someone.goto(link);
  await expect(someone.getByText('Has entrado con otra cuenta')).toBeVisible();
  await expect(someone.getByRole('button', { name: 'Aceptar y entrar' })).toHaveCount(0);
  await someone.getByRole('button', { name: 'Cambiar de cuenta' }).click();
  await team.register(someone, 'Luis Prieto');
  await someone.getByRole('button', { name: 'Aceptar y entrar' }).click();
  await expect(someone).toHaveURL(`${team.address}`);
  await someone.goto(link);
  await expect(someone.getByRole('heading', { level: 1 })).toHaveText(
    'Ya formas parte de Teatro Aurora',
  );
  expect((await page.goto(`${link.slice(0, -43)}${'A'.repeat(43)}`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Este enlace no abre ninguna invitación',
  );
  await someone.context().close();
});
