import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { hashPassword } from '../../db/seed/password';
import type { Hall } from '../../db/testing/hall';
import type { SmallHalls } from './small-hall';

const password = 'una frase larga';
let hashed: Promise<string> | null = null;

/** A new member of a hall's team, signed in with a browser of their own. */
export async function managerOf(
  halls: SmallHalls,
  hall: Hall,
  browser: Browser,
  {
    name = 'Íñigo Salvatierra',
    ...options
  }: { name?: string } & Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  hashed ??= hashPassword(password);
  const [id, email] = [randomUUID(), `${randomUUID()}@example.org`];
  await halls.admin`
    INSERT INTO users (id, email, name, password_hash) VALUES (${id}, ${email}, ${name}, ${await hashed})`;
  await halls.admin`
    INSERT INTO memberships (tenant_id, user_id, role) VALUES (${hall.tenantId}, ${id}, 'manager')`;
  const context = await browser.newContext({ locale: 'es-ES', ...options });
  const page = await context.newPage();
  await page.goto(`${halls.app.url}/es/sign-in?callbackUrl=/es/admin/${hall.slug}/settings`);
  await page.getByRole('textbox', { name: 'Correo electrónico' }).fill(email);
  await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible();
  return page;
}

/** The address of a part of a hall's settings. */
export const settingsOf = (
  halls: SmallHalls,
  hall: Hall,
  part: '' | '/house' | '/look' = '',
  locale: 'es' | 'en' = 'es',
) => `${halls.app.url}/${locale}/admin/${hall.slug}/settings${part}`;
