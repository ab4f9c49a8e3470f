import AxeBuilder from '@axe-core/playwright';
import { atDesk, buyerAt } from './support/desk';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

for (const locale of ['es', 'en'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`the page is accessible in ${locale}, ${width} wide, ${colorScheme}`, async ({
        browser,
      }) => {
        const hall = await halls.open();
        const ana = await buyerAt(halls, browser, hall);
        await ana.take(4);
        await ana.take(5);
        const desk = await atDesk(halls, browser, hall, locale, {
          viewport: { width, height },
          colorScheme,
        });
        const release = desk.page.getByRole('button', { name: /^(Liberar|Release) Platea/ });
        await expect(release).toHaveCount(2);
        const check = async (state: string) => {
          const { violations } = await new AxeBuilder({ page: desk.page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(
            violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
            state,
          ).toEqual([]);
          await desk.page.screenshot({ path: test.info().outputPath(`${state}.png`) });
        };
        await check('locks');
        const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
        if (width < 1000) {
          await desk.page.getByRole('button', { name: /^(Filtrar y|Filter and)/ }).click();
          await check('sheet');
          await desk.dialog.getByLabel(/^(Agrupar|Group)/).check();
          await desk.page.keyboard.press('Escape');
        } else await desk.page.getByLabel(/^(Agrupar|Group)/).check();
        await check('grouped');
        await release.first().click();
        await check('dialog');
      });
    }
  }
}
