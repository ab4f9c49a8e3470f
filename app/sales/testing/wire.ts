import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall, type HallOptions } from '@/db/testing/hall';
import { liveHub } from '@/lib/live/hub';
import { processWide } from '@/lib/process-wide';
import { Client } from './client';

export type Wire = TestDatabase & {
  /** A buyer without a cookie yet. */
  buyer: () => Client;
  /** A tenant with one event; known to the handlers at once. */
  hall: (options?: HallOptions) => Promise<Hall>;
  /** After a tenant was changed behind the product's back: it is read anew. */
  forgetTenants: () => void;
  /** Other settings for the rest of the file: `DEFAULT_TENANT`, `SANDBOX_PAYMENTS`. */
  configure: (variables: Record<string, string | undefined>) => void;
  close: () => Promise<void>;
};

/** The REST endpoints of this process over a database of their own. One a test file. */
export async function openWire(): Promise<Wire> {
  forgetProcess();
  const database = await testDatabase();
  process.env.DATABASE_URL = database.url;
  const before = { ...process.env };
  processWide('connection', () => ({ sql: database.sql, db: database.db }));
  const forgetTenants = () => {
    processWide<{ current: unknown }>('tenants', () => ({ current: null })).current = null;
  };
  return {
    ...database,
    buyer: () => new Client(),
    forgetTenants,
    async hall(options) {
      const hall = await createHall(database.admin, options);
      forgetTenants();
      return hall;
    },
    configure(variables) {
      process.env = { ...before };
      for (const [name, value] of Object.entries(variables)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      shared()?.delete('config');
    },
    async close() {
      liveHub().close();
      forgetProcess();
      process.env = before;
      await database.drop();
    },
  };
}

const shared = () => (globalThis as typeof globalThis & { butaca?: Map<string, unknown> }).butaca;

function forgetProcess(): void {
  shared()?.clear();
}
