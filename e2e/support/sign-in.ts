import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { demoAccounts } from '../../db/seed/accounts';

/** Signs the request's cookies in as next-auth's own form would. The password is the demo's. */
export async function signIn(request: APIRequestContext, url: string, email: string) {
  const { csrfToken } = await (await request.get(`${url}/api/auth/csrf`)).json();
  const password = demoAccounts[0]?.password ?? '';
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    form: { email, password, csrfToken, json: 'true' },
  });
  expect(answer.status(), `${email} signs in`).toBe(200);
}

/** As a person does, by the form that the page shows. */
export async function fillSignIn(page: Page, email: string) {
  const form = page.getByRole('main');
  await form.getByRole('textbox', { name: 'Correo electrónico' }).fill(email);
  const password = form.getByRole('textbox', { name: 'Contraseña', exact: true });
  await password.fill(demoAccounts[0]?.password ?? '');
  await form.getByRole('button', { name: 'Entrar', exact: true }).click();
}
