import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type postgres from 'postgres';
import { hashPassword } from '../../lib/users/password';

const password = 'una frase larga';

/** An account on an organizer's team. @returns its address */
export async function createMember(
  admin: postgres.Sql,
  tenantId: number,
  role: 'owner' | 'manager' | 'box_office' | 'scanner',
): Promise<string> {
  const email = `${role}-${randomUUID().slice(0, 8)}@example.org`;
  const [user] = await admin<{ id: string }[]>`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (${randomUUID()}, ${email}, 'Marta Ruiz', ${await hashPassword(password)}) RETURNING id`;
  await admin`
    INSERT INTO memberships (tenant_id, user_id, role) VALUES (${tenantId}, ${user!.id}, ${role})`;
  return email;
}

/** Goes in by the sign-in page, and on to an address. */
export async function enterAs(page: Page, email: string, address: string): Promise<void> {
  const { origin, pathname, search } = new URL(address);
  await page.goto(`${origin}/es/sign-in?callbackUrl=${encodeURIComponent(pathname + search)}`);
  const door = page.getByRole('main');
  await door.getByRole('textbox', { name: 'Correo electrónico', exact: true }).fill(email);
  await door.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(password);
  await door.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page).toHaveURL(address);
}
