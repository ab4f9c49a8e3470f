import type { Page } from '@playwright/test';
import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

/** What moves on the page, by name, each once it was seen in some frame of half a second. */
function movements(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const seen = new Set<string>();
    const until = performance.now() + 500;
    while (performance.now() < until) {
      for (const animation of document.getAnimations()) {
        const { duration } = animation.effect?.getComputedTiming() ?? {};
        if (Number(duration) <= 1) continue;
        const { target } = animation.effect as KeyframeEffect;
        const name = (animation as CSSTransition).transitionProperty ?? animation.id;
        seen.add(`${target?.outerHTML.slice(0, 80)}: ${name}, ${duration} ms`);
      }
      await new Promise(requestAnimationFrame);
    }
    return [...seen];
  });
}

test('for who wants no movement, nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(await halls.open()));
  const [moving] = await Promise.all([movements(page), ana.take(4)]);
  expect(moving).toEqual([]);
  await page.getByRole('group', { name: 'Ver la sala como' }).getByText('Plano').click();
  const [zooming] = await Promise.all([
    movements(page),
    page.getByRole('button', { name: 'Acercar' }).click(),
  ]);
  expect(zooming).toEqual([]);
});

test('in the colours of the system every control has an edge, and the focus shows', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(await halls.open()));
  await ana.take(4);
  await ana.seat(6).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(ana.seat(6)).toBeFocused();
  expect(await ana.seat(6).evaluate((seat) => getComputedStyle(seat).outlineStyle)).not.toBe(
    'none',
  );
  const edges = (name: string) =>
    page
      .getByRole('button', { name })
      .first()
      .evaluate((button) => getComputedStyle(button).borderStyle);
  for (const name of ['Añadir una entrada: De pie', 'Quitar Platea, fila 1, butaca 4']) {
    expect(await edges(name), name).not.toBe('none');
  }
  const look = (label: number) =>
    ana.seat(label).evaluate((seat) => {
      const { backgroundColor, borderColor, color } = getComputedStyle(seat);
      return [backgroundColor, borderColor, color, seat.innerHTML].join();
    });
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  expect(await look(4)).not.toBe((await look(6)).replace('>6<', '>4<'));
});
