import { payByKeyboard, tabTo } from './support/keyboard';
import { expect, test } from './support/test';

test('the whole purchase is made with the keyboard, a seat on the map included', async ({
  page,
}) => {
  await page.goto('/es');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Saltar al contenido' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Elegir sitio: Las noches.*viernes/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Las noches de la acomodadora');

  await tabTo(page, /^Plano de la sala/);
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  // Across the hall until a free seat answers.
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press(i % 6 === 5 ? 'ArrowDown' : 'ArrowRight');
    await page.keyboard.press('Enter');
    await expect(cart).not.toContainText('Guardando');
    if (/Una entrada/.test((await cart.textContent()) ?? '')) break;
  }
  await expect(cart).toContainText(/butaca \d+/);

  await tabTo(page, /^Añadir una entrada: De pie/);
  await page.keyboard.press('Enter');
  await expect(cart).toContainText('2 entradas');
  await payByKeyboard(page, 2);
});

test('four seats side by side are chosen on the map and paid for, with the keyboard alone', async ({
  page,
}) => {
  await page.goto('/es/teatro-aurora/noches-acomodadora-viernes');
  await tabTo(page, /^Plano de la sala/);
  const spoken = page.locator('[data-slot=hall] [aria-live=polite]');
  const step = async (key: string) => {
    const before = (await spoken.textContent()) ?? '';
    await page.keyboard.press(key);
    await expect(spoken).not.toHaveText(before);
    return (await spoken.textContent()) ?? '';
  };
  const rowOf = (words: string) => /fila (\d+)/.exec(words)?.[1];

  let words = await step('ArrowDown');
  while (Number(rowOf(words)) < 9) words = await step('ArrowDown');
  let free: string[] = [];
  while (free.length < 4) {
    free = /libre$/.test(words) ? [...free, words] : [];
    if (free.length < 4) words = await step('ArrowRight');
  }
  expect(new Set(free.map(rowOf)).size).toBe(1);
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Enter');
    await expect(spoken).toHaveText(/es tuya$/);
    if (i < 3) await step('ArrowLeft');
  }
  const cart = page.getByRole('complementary', { name: 'Tu cesta' });
  await expect(cart).toContainText('4 entradas');
  await payByKeyboard(page, 4);
});

test('a seat is found and taken in the list with the keyboard', async ({ page }) => {
  await page.goto('/es/teatro-aurora/noches-acomodadora-viernes');
  await tabTo(page, /^Plano$/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Anfiteatro/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^fila \d+.*libre/i);
  await page.keyboard.press('Enter');
  await tabTo(page, /butaca \d+, .*libre/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Tu cesta' })).toContainText('Anfiteatro');
  await expect(page.locator(':focus')).toHaveAccessibleName(/es tuya$/);
});
