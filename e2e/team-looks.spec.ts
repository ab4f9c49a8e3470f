import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type RunningApp, startApp } from './support/app';
import { Team } from './support/team';
import { expect, test } from './support/test';

let app: RunningApp;
let team: Team;
test.beforeAll(async () => {
  app = await startApp();
  team = new Team(app);
});
test.afterAll(() => app.stop());

const ways = [
  { name: 'a phone by day', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'a phone at night', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'a desk by day', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'a desk at night', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function check(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`);
  expect(found, page.url()).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBe(0);
}

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('the team and an invitation to it are without a fault', async ({ browser, page }) => {
      const email = team.newEmail();
      await team.open(page);
      await page.getByRole('button', { name: 'Enviar invitación' }).click();
      await check(page);
      await team.invite(page, email, 'Taquilla');
      await check(page);
      for (const button of ['Cambiar el papel de Rosa Quintero', 'Quitar a Rosa Quintero']) {
        await page.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await check(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name: button })).toBeFocused();
      }
      const link = await team.linkTo(email);
      const context = await browser.newContext({
        ...use,
        locale: 'es-ES',
        reducedMotion: 'reduce',
      });
      const someone = await context.newPage();
      for (const address of [link, link.replace('/es/', '/en/'), link.slice(0, -1)]) {
        await someone.goto(address);
        await expect(someone.getByRole('heading', { level: 1 })).toBeVisible();
        await check(someone);
      }
      await context.close();
    });
  });
}
