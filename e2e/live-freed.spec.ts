import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls({
    CART_LOCK_DURATION_MINUTES: '0.1',
    CART_LOCK_CLEANUP_INTERVAL: '60',
  });
});
test.afterAll(() => halls.stop());

/** When the event's stream says that a seat is free, read by a listener of its own. */
function streamFrees(buyer: Buyer, address: string, seatId: number): Promise<number> {
  return buyer.page.evaluate(
    ([url, id]) =>
      new Promise<number>((freed) => {
        const source = new EventSource(url as string);
        source.addEventListener('delta', (event) => {
          const { seats } = JSON.parse(event.data) as { seats: [number, number][] };
          if (!seats.some(([seat, state]) => seat === id && state === 0)) return;
          source.close();
          freed(Date.now());
        });
      }),
    [address, seatId],
  );
}

test('a lock that runs out is seen free elsewhere within a second, with the sweep an hour away', async ({
  browser,
}) => {
  const hall = await halls.open({ settings: { auto_extend_locks: false } });
  const [ana, leo] = [
    new Buyer(await (await browser.newContext()).newPage()),
    new Buyer(await (await browser.newContext()).newPage()),
  ];
  for (const buyer of [ana, leo]) await buyer.enter(halls.pageOf(hall));
  const stream = `${halls.app.url}/sales/events/${hall.eventId}/live`;

  for (const label of [4, 9]) {
    const told = streamFrees(leo, stream, hall.seatIds[label - 1] as number);
    await ana.take(label);
    const { earliestExpiry } = await ana.status(hall.slug);
    await expect(leo.seat(label)).toHaveAccessibleName(looks.held);
    const seen = leo.seesAt(label, looks.free);
    const deadline = Date.parse(earliestExpiry as string);
    const late = { stream: (await told) - deadline, page: (await seen) - deadline };
    test.info().annotations.push({
      type: 'free after the deadline',
      description: `${late.stream} ms on the stream, ${late.page} ms on the page`,
    });
    process.stdout.write(
      `free after its deadline: stream ${late.stream} ms, page ${late.page} ms\n`,
    );
    for (const lateMs of Object.values(late)) {
      expect(lateMs).toBeGreaterThanOrEqual(0);
      expect(lateMs).toBeLessThan(1_000);
    }
  }
  const rows = await halls.admin`
    SELECT status FROM cart_item_locks WHERE event_id = ${hall.eventId}`;
  expect(rows.map((row) => row.status)).toEqual(['active', 'active']);
  await ana.page.context().close();
  await leo.page.context().close();
});
