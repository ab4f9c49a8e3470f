import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { temporaryCluster } from '@/scripts/postgres/temporary.mjs';
import { connect } from './client';
import { MigrationError, migrate } from './migrate';
import journal from './migrations/meta/_journal.json' with { type: 'json' };
import { missingMigrations } from './readiness';
import { databaseUrl } from './testing/cluster';
import { type TestDatabase, testDatabase } from './testing/database';
import { freshDatabase } from './testing/fresh-database';

const everything = journal.entries.map(({ tag }) => tag);

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test('are all there after a start, and a second start changes nothing', async () => {
    await migrate(database.adminUrl);
    expect(await missingMigrations(database.db)).toEqual([]);
  });

  test('that are missing are named', async () => {
    const last = journal.entries.at(-1);
    await database.admin`DELETE FROM drizzle.__drizzle_migrations WHERE created_at = ${last?.when ?? 0}`;
    expect(await missingMigrations(database.db)).toEqual([last?.tag]);
  });

  test('run once when two starts come at the same moment', async () => {
    const empty = await freshDatabase(inject('cluster'), 'template1');
    const admin = postgres(empty.adminUrl, { max: 1 });
    const app = connect(empty.url, { max: 1 });
    try {
      expect(await missingMigrations(app.db)).toEqual(everything);
      await Promise.all([migrate(empty.adminUrl), migrate(empty.adminUrl)]);
      const rows = await admin`SELECT FROM drizzle.__drizzle_migrations`;
      expect(rows).toHaveLength(everything.length);
      expect(await missingMigrations(app.db)).toEqual([]);
    } finally {
      await Promise.all([admin.end(), app.sql.end()]);
      await empty.drop();
    }
  });

  test('leave the app a role that owns nothing', async () => {
    const [role] = await database.db.execute(
      sql`SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolbypassrls: false });
    const owned = await database.db.execute(
      sql`SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user`,
    );
    expect([...owned]).toEqual([]);
  });

  test('say in one line that the database does not answer, or refuses the login', async () => {
    const nobody = new URL(database.adminUrl);
    nobody.port = '1';
    await expect(migrate(nobody.href)).rejects.toThrow(
      /^DATABASE_URL must name a PostgreSQL that answers; [^\n]+$/,
    );
    const stranger = new URL(database.adminUrl);
    stranger.password = 'wrong';
    await expect(migrate(stranger.href)).rejects.toThrow(/^DATABASE_URL must name a login [^\n]+$/);
  });

  test('say in one line that the login may not do what they need', async () => {
    const empty = await freshDatabase(inject('cluster'), 'template1');
    try {
      const attempt = migrate(empty.url);
      await expect(attempt).rejects.toThrow(MigrationError);
      await expect(attempt).rejects.toThrow(/^DATABASE_URL must name a login that may [^\n]+$/);
    } finally {
      await empty.drop();
    }
  });

  test('need no superuser: a login that may create roles and owns its database will do', async () => {
    const cluster = await temporaryCluster();
    const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
    const url = new URL(databaseUrl(cluster.adminUrl, 'shop'));
    [url.username, url.password] = ['owner', 'secret'];
    const { sql: app, db } = connect(url.href, { max: 1 });
    try {
      await admin`CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'secret'`;
      await admin`CREATE DATABASE shop OWNER owner`;
      await migrate(url.href);
      expect(await missingMigrations(db)).toEqual([]);
      const [role] = await db.execute(sql`SELECT current_user AS name, session_user AS login`);
      expect(role).toEqual({ name: 'butaca_app', login: 'owner' });
    } finally {
      await Promise.all([admin.end(), app.end()]);
      await cluster.stop();
    }
  });
});
