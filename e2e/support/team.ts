import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './app';
import { newestMail } from './mailbox';

/** Every account of these stories has the demo's. */
const password = 'butaca-demo';
const owner = 'direccion@teatro-aurora.example.org';

/** The team of the demo's theatre, and what people do with it. */
export class Team {
  #people = 0;
  constructor(readonly app: RunningApp) {}

  get address(): string {
    return `${this.app.url}/es/admin/teatro-aurora`;
  }

  newEmail(): string {
    this.#people += 1;
    return `equipo${this.#people}@example.org`;
  }

  async signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${this.app.url}/es/sign-in`);
    const door = page.getByRole('main');
    await door.getByRole('textbox', { name: 'Correo electrónico' }).fill(email);
    await door.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(password);
    await door.getByRole('button', { name: 'Entrar', exact: true }).click();
    // Who works in a house is taken there.
    await page.waitForURL(({ pathname }) => !pathname.endsWith('/sign-in'));
  }

  /** The owner at the team's page. */
  async open(page: Page): Promise<void> {
    await this.signIn(page, owner);
    await page.goto(`${this.address}/team`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Equipo');
  }

  async invite(page: Page, email: string, role: string): Promise<void> {
    const form = page.getByRole('form', { name: 'Invitar a alguien' });
    await form.getByRole('textbox', { name: 'Correo' }).fill(email);
    await form.getByRole('combobox', { name: 'Papel' }).selectOption({ label: role });
    await form.getByRole('button', { name: 'Enviar invitación' }).click();
    await expect(this.invitation(page, email)).toBeVisible();
  }

  member(page: Page, name: string): Locator {
    return page.locator('[data-slot=member]').filter({ hasText: name });
  }

  invitation(page: Page, email: string): Locator {
    return page.locator('[data-slot=invitation]').filter({ hasText: email });
  }

  /** The link in the newest of so many mails to somebody who was invited. */
  async linkTo(email: string, mails = 1): Promise<string> {
    const mail = await newestMail(this.app, email, mails);
    const found = /https?:\/\/\S+\/invitation\/\S+?key=[\w-]{43}/.exec(mail);
    if (!found) throw new Error(`The mail to ${email} has no link.`);
    return found[0];
  }

  /** Makes an account at an invitation, whose address is written there. */
  async register(page: Page, name: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Nombre' }).fill(name);
    await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(password);
    await page.getByRole('button', { name: 'Crear cuenta' }).click();
  }
}

export async function someoneElse(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'es-ES' })).newPage();
}

/** A passing notice that says this. */
export const told = (page: Page, words: string): Locator =>
  page.locator('[data-sonner-toast]').filter({ hasText: words });
