import postgres from 'postgres';
import { inject } from 'vitest';
import { type Connection, connect } from '../client';
import { freshDatabase } from './fresh-database';

export type TestDatabase = Connection & {
  /** The owner's connection: sees every tenant's rows. */
  admin: postgres.Sql;
  /** Address of the app's login. */
  url: string;
  adminUrl: string;
  /** Closes both connections and removes the database. */
  drop: () => Promise<void>;
};

/** A migrated, empty database for one test file; ask for it in `beforeAll`, drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, adminUrl, drop } = await freshDatabase(inject('cluster'));
  const connection = connect(url);
  const admin = postgres(adminUrl, { max: 4, onnotice: () => {} });
  return {
    ...connection,
    admin,
    url,
    adminUrl,
    async drop() {
      await Promise.all([connection.sql.end({ timeout: 1 }), admin.end({ timeout: 1 })]);
      await drop();
    },
  };
}
