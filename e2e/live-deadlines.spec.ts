import type { HallOptions } from '../db/testing/hall';
import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

const durationMs = 12_000;

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({ CART_LOCK_DURATION_MINUTES: String(durationMs / 60_000) });
});
test.afterAll(() => halls.stop());

const byHand = { auto_extend_locks: false };

async function enter(buyer: Buyer, settings?: HallOptions['settings']): Promise<string> {
  const hall = await halls.open({ settings });
  await buyer.enter(halls.pageOf(hall));
  return hall.slug;
}

test('the warning comes, then the end, and one button locks the seats again', async ({ page }) => {
  const ana = new Buyer(page);
  await enter(ana, byHand);
  await ana.take(4);
  await ana.take(5);
  const time = ana.cart.locator('[data-slot=time-left]');
  await expect(time).toHaveAttribute('data-phase', 'calm');
  await expect(time).toHaveAttribute('data-phase', 'last');
  await expect(page.locator('[data-slot=countdown-announcer]')).toContainText(
    'Puedes ampliar el tiempo',
  );
  const ended = ana.cart.locator('[data-slot=lapsed]');
  await expect(ended).toContainText('Se acabó el tiempo');
  await expect(ended).toContainText('Platea, fila 1, butacas 4 y 5');
  await expect(ana.seat(4)).toHaveAccessibleName(looks.free);
  await ended.getByRole('button', { name: 'Volver a guardar' }).click();
  await expect(ana.lines).toHaveCount(2);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(5)).toHaveAccessibleName(looks.mine);
  await expect(ended).toHaveCount(0);
});

test('locking again tells which seat went meanwhile', async ({ page, browser }) => {
  const ana = new Buyer(page);
  const tenant = await enter(ana, byHand);
  await ana.take(4);
  const ended = ana.cart.locator('[data-slot=lapsed]');
  await expect(ended).toBeVisible();
  const leo = new Buyer(await (await browser.newContext()).newPage());
  await leo.enter(page.url());
  await leo.take(4);
  await ended.getByRole('button', { name: 'Volver a guardar' }).click();
  await expect(ana.offer('Alguien se ha adelantado con Platea, fila 1, butaca 4')).toBeVisible();
  await expect(ana.lines).toHaveCount(0);
  expect((await ana.status(tenant)).locks).toEqual([]);
  await leo.page.context().close();
});

test('extending by hand counts down, and is refused after the last', async ({ page }) => {
  const ana = new Buyer(page);
  const tenant = await enter(ana, { ...byHand, max_extensions: 2 });
  await ana.take(4);
  const extend = ana.cart.getByRole('button', { name: 'Ampliar el tiempo' });
  const before = await ana.status(tenant);
  await expect(ana.cart).toContainText('Puedes ampliarlo 2 veces más');
  await extend.click();
  await expect(ana.told('Tiempo ampliado')).toBeVisible();
  await expect(ana.cart).toContainText('Puedes ampliarlo una vez más');
  const after = await ana.status(tenant);
  expect(Date.parse(after.earliestExpiry as string)).toBeGreaterThan(
    Date.parse(before.earliestExpiry as string),
  );
  await extend.click();
  await expect(ana.cart).toContainText('Ya no puedes ampliarlo más');
  await expect(extend).toHaveCount(0);
  const refused = await page.request.put(
    `${halls.app.url}/sales/cart/lock/extend?tenant=${tenant}`,
    { data: {} },
  );
  expect(await refused.json()).toMatchObject({
    extended: [],
    refused: [{ reason: 'max_extensions' }],
  });
});

test('the cart of a buyer who is there extends itself at the warning', async ({ page }) => {
  const ana = new Buyer(page);
  const tenant = await enter(ana);
  await ana.take(4);
  const { extensionsLeft = 0 } = (await ana.status(tenant)).locks[0] ?? {};
  await expect(ana.told('Hemos ampliado tu tiempo')).toBeVisible();
  expect((await ana.status(tenant)).locks).toMatchObject([{ extensionsLeft: extensionsLeft - 1 }]);
  await expect(page.locator('[data-slot=countdown-announcer]')).toBeEmpty();
});

test('the cart of a buyer who went away waits with its warning', async ({ page }) => {
  await page.clock.install();
  const ana = new Buyer(page);
  const tenant = await enter(ana);
  await ana.take(4);
  const { extensionsLeft = 0 } = (await ana.status(tenant)).locks[0] ?? {};
  // Nothing was touched for six minutes of the page's clock; the server's went on as ever.
  await page.clock.fastForward('06:00');
  const time = ana.cart.locator('[data-slot=time-left]');
  await expect(time).toHaveAttribute('data-phase', 'last');
  expect((await ana.status(tenant)).locks).toMatchObject([{ extensionsLeft }]);
  await expect(ana.cart.getByRole('button', { name: 'Ampliar el tiempo' })).toBeVisible();
  await expect(ana.cart.locator('[data-slot=lapsed]')).toContainText('Se acabó el tiempo');
  await expect(ana.told('Hemos ampliado tu tiempo')).toHaveCount(0);
});

test('the countdown speaks at its thresholds, and never with the seconds', async ({ page }) => {
  const ana = new Buyer(page);
  await enter(ana, byHand);
  await page.evaluate(() => {
    const heard: string[] = [];
    const last = new Map<Element, string>();
    Object.assign(window, { heard });
    const listen = () => {
      // A timer is a live region that keeps quiet, unless it says otherwise.
      for (const region of document.querySelectorAll(
        '[aria-live]:not([aria-live=off]), [role=status]',
      )) {
        const words = region.textContent?.trim() ?? '';
        if (last.get(region) === words) continue;
        last.set(region, words);
        heard.push(words);
      }
    };
    const all = { subtree: true, childList: true, characterData: true };
    new MutationObserver(listen).observe(document.body, all);
  });
  await ana.take(4);
  await expect(ana.cart.locator('[data-slot=lapsed]')).toBeVisible();
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard.filter((words) => /Quedan?|restante|segundo|\d:\d\d/.test(words))).toEqual([
    expect.stringContaining('Puedes ampliar el tiempo'),
  ]);
});
