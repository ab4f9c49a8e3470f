import type { APIRequestContext } from '@playwright/test';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

/** A rival who takes these, by the API, and can think again. */
async function rival(request: APIRequestContext, eventId: string, items: object[]) {
  const locks = `${halls.app.url}/sales/cart/lock`;
  const taken = await request.post(locks, { data: { eventId, items } });
  expect(taken.status()).toBe(201);
  return { leave: (tenant: string) => request.delete(`${locks}?tenant=${tenant}`) };
}

for (const [locale, words] of [
  [
    'es',
    {
      seats: 'todo está en otras cestas; la primera entrada podría volver en unos 4 min',
      places: 'Las últimas 2 están en otras cestas. La primera podría volver en unos 4 min',
      all: 'La primera entrada podría volver en unos 4 min.',
      list: 'Lista',
      free: 'queda 1 butaca',
    },
  ],
  [
    'en',
    {
      seats: 'all in other baskets; the first ticket could be back in about 4 min',
      places: 'The last 2 are in other baskets. The first could be back in about 4 min',
      all: 'The first ticket could be back in about 4 min.',
      list: 'List',
      free: '1 seat left',
    },
  ],
] as const) {
  test(`where all is held, the page says when the first ticket could come back (${locale})`, async ({
    page,
    browser,
  }) => {
    // A device whose clock is hours off counts right all the same.
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 5 * 3_600_000;
    });
    const hall = await halls.open({ seats: 2, capacity: 2, settings: { cart_lock_duration: 3.5 } });
    const [one, other] = hall.seatIds.map((seatId) => ({ zoneId: hall.numbered, seatId }));
    const contexts = [await browser.newContext(), await browser.newContext()] as const;
    await page.goto(halls.pageOf(hall, locale));
    await page.getByText(words.list, { exact: true }).click();
    const zone = page.getByRole('button', { name: /^Platea/ });
    const picker = page.locator('[data-slot=places-picker]');
    await expect(zone).not.toContainText(words.seats);
    const places = { zoneId: hall.general, quantity: 2 };
    const ana = await rival(contexts[0].request, hall.eventId, [one as object]);
    await rival(contexts[1].request, hall.eventId, [other as object, places]);
    await expect(zone).toContainText(words.seats);
    await expect(picker).toContainText(words.places);
    await expect(page.locator('[data-slot=sale-notice]')).toContainText(words.all);
    // Who comes now is told as well.
    const late = await browser.newPage();
    await late.goto(halls.pageOf(hall, locale));
    await expect(late.locator('[data-slot=places-picker]')).toContainText(words.places);
    await ana.leave(hall.slug);
    await expect(zone).toContainText(words.free);
    await expect(picker).toContainText(words.places);
    await expect(page.locator('[data-slot=sale-notice]')).toHaveCount(0);
    await Promise.all([late, ...contexts].map((each) => each.close()));
  });
}
