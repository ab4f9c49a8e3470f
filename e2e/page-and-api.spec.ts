import { expect, test } from '@playwright/test';
import { Buyer } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

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
