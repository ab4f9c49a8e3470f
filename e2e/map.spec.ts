import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './support/test';

type Finger = { x: number; y: number };

/** Puts fingers down, moves them in step along straight lines, and lifts them. */
async function swipe(touch: CDPSession, from: Finger[], to: Finger[]): Promise<void> {
  const steps = 12;
  const at = (part: number) =>
    from.map((finger, id) => ({
      id,
      x: finger.x + (to[id]!.x - finger.x) * part,
      y: finger.y + (to[id]!.y - finger.y) * part,
    }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= steps; step++) {
    const touchPoints = at(step / steps);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Where in the hall the window is, as the small map's frame has it: left, top, width in percent. */
function framed(page: Page): Promise<number[]> {
  return page
    .locator('[data-slot="mini-map"] > div')
    .evaluate(({ style }) => [style.left, style.top, style.width].map(Number.parseFloat));
}

test('what the buyer asks for stays, the rest steps back, in the map and in the list', async ({
  page,
}) => {
  await page.goto('/es/teatro-aurora/noches-acomodadora-viernes');
  const filter = page.getByRole('group', { name: 'Filtrar por precio, zona y accesibilidad' });
  const dear = filter.getByRole('button', { name: /Anfiteatro/ });
  await dear.click();
  await expect(dear).toHaveAttribute('aria-pressed', 'true');
  await expect(filter).toContainText(/\d+ entradas? libres? coinciden?/);

  await page.getByText('Lista', { exact: true }).click();
  await expect(dear).toHaveAttribute('aria-pressed', 'true');
  await filter.getByRole('button', { name: 'Zonas' }).click();
  await filter.getByRole('checkbox', { name: /Palcos izquierda/ }).check();
  await expect(filter).toContainText('Nada libre coincide');
  await page.keyboard.press('Escape');
  await expect(filter.getByRole('button', { name: '1 zona' })).toBeFocused();
  await filter.getByRole('button', { name: 'Quitar filtros' }).click();
  await expect(dear).toHaveAttribute('aria-pressed', 'false');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('two fingers bring a large hall nearer, and one finger moves it', async ({ page }) => {
    await page.goto('/es/arena-pacifico/los-faroles-marea-alta');
    const map = page.getByRole('application', { name: /^Plano de la sala/ });
    await map.scrollIntoViewIfNeeded();
    const box = (await map.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 500) / 2];
    const touch = await page.context().newCDPSession(page);

    const fingers = (apart: number) => [
      { x: x - apart, y },
      { x: x + apart, y },
    ];
    await swipe(touch, fingers(20), fingers(140));
    await expect(page.locator('[data-slot="mini-map"]')).toBeVisible();
    const near = await framed(page);
    expect(near[2]).toBeLessThan(60);

    await swipe(touch, [{ x: x + 90, y }], [{ x: x - 60, y: y - 60 }]);
    await expect.poll(async () => (await framed(page))[0]! > near[0]! + 5).toBe(true);
    expect((await framed(page))[2]).toBeCloseTo(near[2]!, 0);
  });
});
