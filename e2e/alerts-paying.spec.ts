import { adminPage, lockPlaces, newSession, openHouse, soon } from './support/mass-locks';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { signInStaff } from './support/staff';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a source that is released while its buyer pays keeps what is being paid for, and whoever released it is told', async ({
  page,
}) => {
  const hall = await openHouse(halls);
  await signInStaff(halls, page, hall.tenantId);
  const session = newSession();
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await lockPlaces(halls, hall, 10, { session }));
  const { locked } = await answers[0]!.json();
  const paying = await fetch(`${halls.app.url}/sales/checkout?tenant=${hall.slug}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `butaca_session=${session}` },
    body: JSON.stringify({ email: 'ana@example.org', name: 'Ana', lockIds: locked }),
  });
  expect(paying.status).toBe(201);
  await page.goto(adminPage(halls, hall, '/alerts'));
  const behind = page.getByRole('link', { name: 'Ver los bloqueos' });
  await expect(behind).toBeVisible(soon);
  await behind.click();
  await page.getByRole('button', { name: 'Liberar o pausar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Parece un programa');
  await dialog.getByRole('button', { name: 'Liberar y pausar' }).click();
  const told = page.locator('[data-sonner-toast]');
  await expect(told.filter({ hasText: '1 se está pagando ahora mismo y sigue' })).toContainText(
    '5 bloqueos liberados. No puede bloquear más durante 15 minutos. A quien paga se le ha prometido',
  );
  await expect(page.getByText('6 bloqueos: uno sigue vivo.')).toBeVisible();
  const happened = page.getByRole('region', { name: 'Qué ha pasado' }).getByRole('listitem');
  await expect(happened.filter({ hasText: 'dejó un bloqueo que se estaba pagando' })).toHaveCount(
    1,
  );
  await page.goto(adminPage(halls, hall, '/audit'));
  await expect(page.getByText('Dejó lo que se estaba pagando').last()).toBeVisible();
});
