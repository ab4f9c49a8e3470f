import { expect, type Locator, type Page } from '@playwright/test';
import type { LockStatus } from '../../lib/locks/schema';

/** How the list of seats ends a seat's name, by what the seat is to this buyer. */
export const looks = {
  free: /, libre$/,
  mine: /, es tuya$/,
  held: /, en otra cesta$/,
  choosing: /, guardándola para ti$/,
} as const;

/** A person at an event's page who goes by the list of seats. */
export class Buyer {
  constructor(readonly page: Page) {}

  /** Opens the event and the first row of its list. */
  async enter(address: string): Promise<void> {
    await this.page.goto(address);
    await this.openRow();
  }

  async openRow(): Promise<void> {
    await this.page.getByRole('group', { name: 'Ver la sala como' }).getByText('Lista').click();
    await this.page.getByRole('button', { name: /^Platea/ }).click();
    await this.page.getByRole('button', { name: /^fila 1\b(?!.*butaca)/i }).click();
    await expect(this.seat(1)).toBeVisible();
  }

  /** A seat of row 1. */
  seat(label: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^fila 1, butaca ${label},`) });
  }

  async take(label: number): Promise<void> {
    await this.seat(label).click();
    await expect(this.seat(label)).toHaveAccessibleName(looks.mine);
  }

  get cart(): Locator {
    return this.page.getByRole('complementary', { name: 'Tu cesta' });
  }

  get lines(): Locator {
    return this.cart.locator('[data-slot=cart-line]');
  }

  /** A passing notice that says this. */
  told(words: string | RegExp): Locator {
    return this.page.locator('[data-sonner-toast]').filter({ hasText: words });
  }

  /** What is told over the hall and stays until it is answered. */
  offer(title: string | RegExp): Locator {
    return this.page.getByRole('region', { name: title });
  }

  /** When the seat looks so, by the clock that the tests and the database share. */
  seesAt(label: number, look: RegExp): Promise<number> {
    return this.page.evaluate(
      ([start, pattern]) =>
        new Promise<number>((seen) => {
          const end = new RegExp(pattern as string);
          const look = () => {
            const buttons = [...document.querySelectorAll('button[aria-label]')];
            const names = buttons.map((button) => button.getAttribute('aria-label') ?? '');
            if (names.some((name) => name.startsWith(start as string) && end.test(name))) {
              watch.disconnect();
              seen(Date.now());
            }
          };
          const watch = new MutationObserver(look);
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
          look();
        }),
      [`fila 1, butaca ${label},`, look.source],
    );
  }

  /** The seconds on the clock of the cart; its last two minutes only. */
  async secondsShown(): Promise<number> {
    const face = this.cart.locator('[data-slot=countdown] [aria-hidden]');
    const [minutes, seconds] = ((await face.textContent()) ?? '').split(':').map(Number);
    return (minutes as number) * 60 + (seconds as number);
  }

  /** What the server says to this browser. To ask is to be here: abandoned locks are resumed. */
  async status(tenant: string): Promise<LockStatus> {
    const { origin } = new URL(this.page.url());
    const answer = await this.page.request.get(`${origin}/sales/cart/lock/status?tenant=${tenant}`);
    return await answer.json();
  }
}
