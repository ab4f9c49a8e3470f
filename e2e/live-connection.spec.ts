import { Buyer, looks } from './support/buyer';
import { crowdAgent, postLock } from './support/crowd';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
const agent = crowdAgent();
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(async () => {
  agent.destroy();
  await halls.stop();
});

const lost = 'No llegamos al servidor';
const back = 'Conexión recuperada';

test('a lost connection is said, and what happened meanwhile is shown when it is back', async ({
  page,
  context,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await context.setOffline(true);
  const notice = page.locator('[data-slot=connection]');
  await expect(notice).toContainText(lost);
  await expect(notice).toContainText('Tu cesta sigue guardada');
  const rival = await postLock(agent, halls.app.url, {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[8] }],
  });
  expect(rival.status).toBe(201);
  await context.setOffline(false);
  await expect(ana.told(back)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(ana.seat(9)).toHaveAccessibleName(looks.held);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
});

test('what is chosen without a connection is kept, not taken, and can be asked for again', async ({
  page,
  context,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await context.setOffline(true);
  await expect(page.locator('[data-slot=connection]')).toContainText('puede haber cambiado');
  await ana.seat(4).click();
  await ana.seat(5).click();
  const unsent = ana.cart.locator('[data-slot=unsent]');
  await expect(unsent).toContainText('Platea, fila 1, butacas 4 y 5');
  await expect(ana.told('Aún sin guardar')).toContainText('Mira tu conexión');
  await expect(ana.lines).toHaveCount(0);
  const rival = await postLock(agent, halls.app.url, {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[4] }],
  });
  expect(rival.status).toBe(201);
  await context.setOffline(false);
  await expect(ana.told(back)).toBeVisible();
  await expect(ana.seat(5)).toHaveAccessibleName(looks.held);
  await unsent.getByRole('button', { name: 'Probar otra vez' }).click();
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  await expect(ana.offer('Alguien se ha adelantado con Platea, fila 1, butaca 5')).toBeVisible();
  await expect(unsent).toHaveCount(0);
});

test('an answer that is lost on its way is found out, and nothing is taken twice', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(1);
  let lose = () => {};
  const lostAnswer = new Promise<void>((resolve) => {
    lose = resolve;
  });
  await page.route(
    /\/noche$/,
    async (route) => {
      await route.fetch();
      await route.abort();
      lose();
    },
    { times: 1 },
  );
  const add = page.getByRole('button', { name: 'Añadir una entrada: De pie' });
  await add.click();
  // The cart shows what is on its way at once: it proves nothing before the answer is lost.
  await lostAnswer;
  await expect(ana.lines).toHaveText([/Fila 1, butaca 1/, /Una entrada/]);
  await expect(ana.cart.locator('[data-slot=unsent]')).toHaveCount(0);
  expect((await ana.status(hall.slug)).locks).toMatchObject([{ seat: '1' }, { quantity: 1 }]);
});

test('an app that was killed and started again is found again by the pages that are open', async ({
  page,
}) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.take(4);
  await halls.app.kill();
  const notice = page.locator('[data-slot=connection]');
  await expect(notice).toContainText(lost);
  await ana.seat(6).click();
  await expect(ana.cart.locator('[data-slot=unsent]')).toContainText('butaca 6');
  await halls.app.restart();
  await expect(ana.told(back)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(ana.seat(4)).toHaveAccessibleName(looks.mine);
  const rival = await postLock(agent, halls.app.url, {
    eventId: hall.eventId,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[8] }],
  });
  expect(rival.status).toBe(201);
  await expect(ana.seat(9)).toHaveAccessibleName(looks.held);
  await ana.cart.getByRole('button', { name: 'Probar otra vez' }).click();
  await expect(ana.seat(6)).toHaveAccessibleName(looks.mine);
});
