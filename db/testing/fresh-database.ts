import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { appRole } from '../client';
import { databaseUrl, type TestCluster } from './cluster';

export type FreshDatabase = {
  name: string;
  /** The app's login. */
  url: string;
  /** The owner's login. */
  adminUrl: string;
  drop: () => Promise<void>;
};

/** A database of its own, copied from the cluster's template (or from another database of it). */
export async function freshDatabase(
  cluster: TestCluster,
  template = cluster.template,
): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(cluster, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const adminUrl = databaseUrl(cluster.adminUrl, name);
  const app = new URL(adminUrl);
  app.username = appRole;
  app.password = cluster.appPassword;
  return {
    name,
    url: app.href,
    adminUrl,
    drop: () => asOwner(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asOwner(cluster: TestCluster, statement: string): Promise<void> {
  const sql = postgres(cluster.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
