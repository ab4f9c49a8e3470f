import { expect, type Page } from '@playwright/test';

/** Presses Tab until the focus is on what is named so, as a person without a mouse does. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(key);
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const seen = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const label =
        element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
      return {
        name: [element.getAttribute('aria-label'), label?.textContent, element.textContent]
          .filter(Boolean)
          .join(' ')
          .trim(),
        ring: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        radio: element instanceof HTMLInputElement && element.type === 'radio',
      };
    });
    // A radio's ring may be drawn by its label.
    if (!seen.radio) expect(seen.ring, `no focus to be seen on “${seen.name}”`).toBe(true);
    if (name.test(seen.name)) return;
  }
  throw new Error(`The keyboard does not reach ${name}.`);
}

/** From the cart that holds something to the tickets, in the sandbox. */
export async function payByKeyboard(page: Page, tickets: number): Promise<void> {
  await tabTo(page, /^Continuar al pago/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu compra');
  await tabTo(page, /^Nombre/);
  await page.keyboard.type('Noa Vidal');
  await tabTo(page, /^Correo/);
  await page.keyboard.type('noa@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tus sitios están a salvo mientras pagas')).toBeVisible();
  await tabTo(page, /^Aprobar el pago/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/es\/orders\//);
  await expect(page.getByRole('img', { name: /^Código QR/ })).toHaveCount(tickets);
}
