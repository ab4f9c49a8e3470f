import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('the first choice of a buyer opens a session and is answered with itself only', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: 'butaca_session' }),
  );
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    ana.take(4),
  ]);
  // An answer that brought the page anew would, cut short, take the page away.
  expect(answer.headers()).not.toHaveProperty('x-action-revalidated');
  expect(await page.context().cookies()).toContainEqual(
    expect.objectContaining({ name: 'butaca_session', httpOnly: true, sameSite: 'Lax' }),
  );
  await page.reload();
  await ana.openRow();
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
});

test('a seat taken on the page, the first of a new process, is refused to the API by name', async ({
  page,
  request,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  const { locks } = await ana.status(hall.slug);
  const { eventId, zoneId, seatId } = locks[0] ?? {};
  const answer = await request.post(`${halls.app.url}/sales/cart/lock?tenant=${hall.slug}`, {
    data: { eventId, items: [{ zoneId, seatId }] },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({
    code: 'items_unavailable',
    items: [{ zoneId, seatId, reason: 'locked' }],
  });
});
