import { Buyer, looks } from './support/buyer';
import { type SmallHalls, startSmallHalls } from './support/small-hall';
import { expect, test } from './support/test';

let halls: SmallHalls;
test.beforeAll(async () => {
  halls = await startSmallHalls();
});
test.afterAll(() => halls.stop());

test('a seat that would leave another alone says so before the click, and offers what would not', async ({
  page,
}) => {
  const hall = await halls.open({ settings: { orphan_rule: 'strict' } });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await expect(ana.seat(2)).toHaveAccessibleDescription('Dejaría sola la butaca 1');
  await expect(ana.seat(3)).toHaveAccessibleDescription('');

  await ana.seat(2).click();
  const offer = ana.offer('Dejaría sola la butaca 1');
  await expect(offer.getByRole('button', { name: 'Mejor la 1' })).toBeVisible();
  await expect(ana.seat(2)).toHaveAccessibleName(looks.free);
  await offer.getByRole('button', { name: 'También la 1' }).click();
  for (const label of [1, 2]) await expect(ana.seat(label)).toHaveAccessibleName(looks.mine);
  await expect(offer).toHaveCount(0);
});

test('an offer that another choice has overtaken is gone', async ({ page }) => {
  const hall = await halls.open({ settings: { orphan_rule: 'strict' } });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.seat(2).click();
  const offer = ana.offer('Dejaría sola la butaca 1');
  await expect(offer).toBeVisible();
  await ana.take(1);
  await expect(offer).toHaveCount(0);
});

test('the keyboard is taken to the offer and back', async ({ page }) => {
  const hall = await halls.open({ settings: { orphan_rule: 'strict' } });
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await ana.seat(19).focus();
  await page.keyboard.press('Enter');
  const offer = ana.offer('Dejaría sola la butaca 20');
  await expect(offer.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(offer).toHaveCount(0);
  await expect(ana.seat(19)).toBeFocused();
  // A second press so soon would be the other half of a double one.
  await expect(async () => {
    await ana.seat(19).press('Enter');
    await expect(offer).toBeVisible({ timeout: 300 });
  }).toPass();
  await offer.getByRole('button', { name: 'También la 20' }).press('Enter');
  for (const label of [19, 20]) await expect(ana.seat(label)).toHaveAccessibleName(looks.mine);
  await expect(ana.seat(19)).toBeFocused();
});

test('a refusal of the server is explained in the same words', async ({ page }) => {
  const hall = await halls.open();
  const ana = new Buyer(page);
  await ana.enter(halls.pageOf(hall));
  await expect(ana.seat(2)).toHaveAccessibleDescription('');
  await halls.admin`
    INSERT INTO tenant_settings (tenant_id, orphan_rule) VALUES (${hall.tenantId}, 'strict')`;
  await ana.seat(2).click();
  const offer = ana.offer('Dejaría sola la butaca 1');
  await expect(ana.seat(2)).toHaveAccessibleName(looks.free);
  await offer.getByRole('button', { name: 'Mejor la 1' }).click();
  await expect(ana.seat(1)).toHaveAccessibleName(looks.mine);
  expect((await ana.status(hall.slug)).locks.map((lock) => lock.seat)).toEqual(['1']);
});
