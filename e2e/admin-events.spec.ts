import type { Hall } from '../db/testing/hall';
import { check } from './support/axe';
import { writeHistory } from './support/hall-history';
import { createMember, enterAs } from './support/member';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

const adminOf = (hall: Hall, path: string) => `${halls.app.url}/es/admin/${hall.slug}${path}`;

test('the door sees the evenings and how full they are, but neither takings nor the hall’s figures', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(halls.admin, hall);
  const email = await createMember(halls.admin, hall.tenantId, 'scanner');
  await enterAs(page, email, adminOf(hall, '/events'));
  const evening = page.getByRole('listitem').filter({ hasText: 'Noche de prueba' });
  await expect(evening).toContainText('A la venta');
  await expect(evening).toContainText(/Aforo\s*140/);
  await expect(evening).toContainText(/Vendidas\s*4/);
  await expect(evening).not.toContainText('Recaudado');
  await expect(evening.getByRole('link', { name: /Sala|Análisis/ })).toHaveCount(0);
  await expect(evening.getByRole('link', { name: /Página pública/ })).toBeVisible();
  await check(page);
  await page.goto(adminOf(hall, '/hall'));
  await expect(page.getByRole('heading', { name: 'Tu papel no llega hasta aquí' })).toBeVisible();
  const api = `${halls.app.url}/api/admin/${hall.slug}`;
  for (const path of ['heat', 'replay', 'heat/seat']) {
    const answer = await page.request.get(`${api}/${path}?event=${hall.eventId}&seat=1`);
    expect(answer.status(), path).toBe(403);
  }
});

test('who runs the house sees what an evening has taken, and goes on to its hall', async ({
  page,
}) => {
  const hall = await halls.open();
  await writeHistory(halls.admin, hall);
  const email = await createMember(halls.admin, hall.tenantId, 'manager');
  await enterAs(page, email, adminOf(hall, '/events'));
  const evening = page.getByRole('listitem').filter({ hasText: 'Noche de prueba' });
  await expect(evening).toContainText(/Recaudado\s*180\s€/);
  await evening.getByRole('link', { name: 'Sala: Noche de prueba' }).click();
  await expect(page).toHaveURL(adminOf(hall, `/hall?event=${hall.eventId}`));
  await expect(page.getByRole('application', { name: 'Plano de la sala' })).toBeVisible();
  await page.goto(adminOf(hall, '/events?when=over'));
  await expect(page.getByText('Todavía no ha pasado ninguna')).toBeVisible();
});
