import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type postgres from 'postgres';
import { hashPassword } from '../../db/seed/password';
import type { Hall } from '../../db/testing/hall';
import type { Role } from '../../lib/staff/schema';

export type Login = { email: string; password: string };

const password = 'entre bastidores';

/** An account that works for the hall's organizer. */
export async function hire(
  admin: postgres.Sql,
  hall: Pick<Hall, 'tenantId'>,
  role: Role = 'manager',
): Promise<Login> {
  const id = randomUUID();
  const email = `${role}-${id.slice(0, 8)}@example.org`;
  await admin`
    INSERT INTO users (id, email, name, password_hash)
    VALUES (${id}, ${email}, 'Inés Robledo', ${await hashPassword(password)})`;
  await admin`
    INSERT INTO memberships (tenant_id, user_id, role) VALUES (${hall.tenantId}, ${id}, ${role})`;
  return { email, password };
}

/** Signs in and opens a page of the house's own side. @param path such as `/es/admin/casa`. */
export async function goBackstage(page: Page, path: string, login: Login): Promise<void> {
  await page.goto(`/${path.split('/')[1]}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  const main = page.getByRole('main');
  await main.locator('input[name=email]').fill(login.email);
  await main.locator('input[name=password]').fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
