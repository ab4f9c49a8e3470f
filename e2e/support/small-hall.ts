import { expect } from '@playwright/test';
import postgres from 'postgres';
import { createHall, type Hall, type HallOptions } from '../../db/testing/hall';
import { type RunningApp, startApp } from './app';

/** An app of its own, and the way to open small halls in it. */
export type SmallHalls = {
  app: RunningApp;
  /** The owner's connection to its database. */
  admin: postgres.Sql;
  /** A hall of two rows of 20 seats and 100 standing places, of an organizer of its own. */
  open: (options?: HallOptions) => Promise<Hall>;
  /** Address of a hall's event page. */
  pageOf: (hall: Hall, locale?: 'es' | 'en') => string;
  stop: () => Promise<void>;
};

export async function startSmallHalls(env: Record<string, string> = {}): Promise<SmallHalls> {
  const app = await startApp({ env, demo: false });
  const admin = postgres(app.adminUrl, { max: 2, onnotice: () => {} });
  return {
    app,
    admin,
    async open(options) {
      const hall = await createHall(admin, options);
      // For an organizer whom it does not know the app reads the list again, a moment later.
      const known = () => fetch(`${app.url}/sales/events?tenant=${hall.slug}`);
      await expect.poll(async () => (await known()).status).toBe(200);
      return hall;
    },
    pageOf: (hall, locale = 'es') => `${app.url}/${locale}/${hall.slug}/noche`,
    async stop() {
      await admin.end({ timeout: 1 });
      await app.stop();
    },
  };
}
