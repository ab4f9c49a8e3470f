import type { Page } from '@playwright/test';
import { type Answer, crowdAgent, postLock } from './crowd';

/** Lets the page see the seats as they are when it opens, and nothing that changes after. */
export async function stopTheClocks(page: Page): Promise<void> {
  let first: string | null = null;
  await page.route('**/sales/events/*/live**', (route) => route.abort());
  await page.route('**/sales/events/*/availability**', async (route) => {
    first ??= await (await route.fetch()).text();
    await route.fulfill({ body: first, contentType: 'application/json' });
  });
}

/** Somebody else who holds seats of a hall, without a browser. */
export class Rival {
  readonly #agent = crowdAgent();
  #session: string | null = null;

  constructor(
    private readonly origin: string,
    private readonly hall: { eventId: string; numbered: number; seatIds: number[] },
  ) {}

  /** Seats by their label in row 1. */
  async hold(...labels: number[]): Promise<Answer> {
    const { eventId, numbered, seatIds } = this.hall;
    const items = labels.map((label) => ({ zoneId: numbered, seatId: seatIds[label - 1] }));
    const answer = await postLock(this.#agent, this.origin, { eventId, items }, this.#session);
    this.#session ??= answer.session;
    return answer;
  }

  /** Gives everything back. */
  async leave(tenant: string): Promise<void> {
    await fetch(`${this.origin}/sales/cart/lock?tenant=${tenant}`, {
      method: 'DELETE',
      headers: { cookie: `butaca_session=${this.#session}` },
    });
  }
}
