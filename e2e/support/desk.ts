import type { Browser, Page } from '@playwright/test';
import type { Hall, HallOptions } from '../../db/testing/hall';
import { goBackstage, hire } from './backstage';
import { Buyer } from './buyer';
import type { SmallHalls } from './small-hall';

/** One of the staff at the page of what is in carts now. */
export class Desk {
  constructor(readonly page: Page) {}

  get table() {
    return this.page.getByRole('treegrid', { name: 'Bloqueos vivos' });
  }
  row(name: string | RegExp) {
    return this.table.getByRole('row').filter({ hasText: name });
  }
  tile(label: string) {
    return this.page
      .locator('[data-slot=tiles] div')
      .filter({ hasText: label })
      .locator('dd')
      .first();
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }
  get focused() {
    return this.page.locator(':focus');
  }
}

export async function atDesk(
  halls: SmallHalls,
  browser: Browser,
  hall: Hall,
  locale = 'es',
  options = {},
): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: halls.app.url,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await goBackstage(page, `/${locale}/admin/${hall.slug}`, await hire(halls.admin, hall));
  return new Desk(page);
}

/** A buyer before the hall's map, in a browser of their own. */
export async function buyerAt(halls: SmallHalls, browser: Browser, hall: Hall): Promise<Buyer> {
  const buyer = new Buyer(await (await browser.newContext()).newPage());
  await buyer.enter(halls.pageOf(hall));
  return buyer;
}

/** A new hall, and one of its staff who watches. */
export async function stage(halls: SmallHalls, browser: Browser, options?: HallOptions) {
  const hall = await halls.open(options);
  return { hall, desk: await atDesk(halls, browser, hall) };
}
