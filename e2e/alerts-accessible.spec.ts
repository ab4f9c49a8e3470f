import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { adminPage, crowdBehind, openHouse, soon } from './support/mass-locks';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { signInStaff } from './support/staff';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const ways = [
  { name: 'a phone by day', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'a phone at night', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { name: 'a desk by day', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'a desk at night', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, ...use } of ways) {
  test.describe(name, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });

    test('the pages of alerts are without a fault, and no wider than the screen', async ({
      page,
    }) => {
      const hall = await openHouse(halls);
      await signInStaff(halls, page, hall.tenantId);
      for (const [path, locale] of [
        ['/alerts', 'es'],
        ['/alerts/rules', 'es'],
        ['/alerts/rules', 'en'],
      ] as const) {
        await page.goto(adminPage(halls, hall, path, locale));
        await check(page);
      }
      await page.goto(adminPage(halls, hall, '/alerts', 'en'));
      await crowdBehind(halls, hall, '198.51.100.4');
      const alert = page.getByRole('list', { name: 'Alerts' }).getByRole('article');
      await expect(alert).toHaveCount(1, soon);
      await check(page);
      await page.getByRole('button', { name: 'Release or pause' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page);
      await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('A bot');
      await page.getByRole('dialog').getByRole('button', { name: 'Release and pause' }).click();
      await expect(
        page.getByRole('region', { name: 'Paused' }).getByRole('listitem'),
      ).toBeVisible();
      await check(page);
      await alert.getByRole('link', { name: 'See the locks' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Many tickets from one network',
      );
      await check(page);
    });
  });
}

async function check(page: Page): Promise<void> {
  // By its element: behind a dialog no heading is there for anybody.
  await expect(page.locator('h1')).toBeVisible();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(' ')}`);
  expect(found, page.url()).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBe(0);
}
