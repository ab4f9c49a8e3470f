import { buyerAt, stage } from './support/desk';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a lost connection is said, and made good without a reload', async ({ browser }) => {
  const { hall, desk } = await stage(halls, browser);
  const ana = await buyerAt(halls, browser, hall);
  await ana.take(4);
  await expect(desk.row('butaca 4')).toBeVisible();
  await halls.admin`ALTER TABLE zones RENAME TO elsewhere`;
  await expect(desk.page.getByText('El servidor espera a su base de datos')).toBeVisible();
  await expect(desk.row('butaca 4')).toBeVisible();
  await halls.admin`ALTER TABLE elsewhere RENAME TO zones`;
  await expect(desk.page.getByText('El servidor espera a su base de datos')).toHaveCount(0);
  await ana.take(5);
  await expect(desk.row('butaca 5')).toBeVisible();
});

test('who is off the team is told so within half a minute, and sees nothing more', async ({
  browser,
}) => {
  const { hall, desk } = await stage(halls, browser);
  const ana = await buyerAt(halls, browser, hall);
  await ana.take(5);
  await expect(desk.row('butaca 5')).toBeVisible();
  await halls.admin`DELETE FROM memberships WHERE tenant_id = ${hall.tenantId}`;
  const told = desk.page.getByText('Ya no puedes ver esta página');
  await expect(told).toBeVisible({ timeout: 35_000 });
  await expect(desk.row('butaca 5')).toHaveCount(0);
});
