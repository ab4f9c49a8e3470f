import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 } });

const event = '/teatro-aurora/noches-acomodadora-viernes';

for (const language of ['es', 'en']) {
  test(`no page in ${language} is wider than a phone with its text at twice the size`, async ({
    page,
  }) => {
    for (const path of ['', '/teatro-aurora', event, '/sign-in?mode=register']) {
      await page.goto(`/${language}${path}`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width, path).toBe(390);
    }
  });
}
