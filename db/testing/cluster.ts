import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { temporaryCluster } from '@/scripts/postgres/temporary.mjs';
import { appRole } from '../client';
import { migrate } from '../migrate';

/** A cluster whose template database is migrated and whose app role may log in. */
export type TestCluster = {
  /** The owner's address of the database `postgres`. */
  adminUrl: string;
  appPassword: string;
  template: string;
};

type TemporaryCluster = Awaited<ReturnType<typeof temporaryCluster>>;

const template = 'butaca_template';

/**
 * Starts a throw-away cluster with a migrated template.
 * @param options.durable keeps fsync on, for measurements.
 */
export async function startTestCluster(
  options: { durable?: boolean } = {},
): Promise<TestCluster & { stop: () => Promise<void> }> {
  const server = await temporaryCluster(options);
  return { ...(await prepared(server)), stop: server.stop };
}

/** As `startTestCluster`, durable, with a server that can be stopped, killed and started again. */
export async function startMortalCluster(): Promise<TestCluster & Omit<TemporaryCluster, 'pid'>> {
  const server = await temporaryCluster({ durable: true });
  return { ...server, ...(await prepared(server)) };
}

async function prepared({ adminUrl, stop }: TemporaryCluster): Promise<TestCluster> {
  try {
    const appPassword = randomBytes(12).toString('hex');
    const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
    try {
      await sql.unsafe(`CREATE DATABASE ${template}`);
      await migrate(databaseUrl(adminUrl, template));
      await sql.unsafe(`ALTER ROLE ${appRole} LOGIN PASSWORD '${appPassword}'`);
    } finally {
      await sql.end();
    }
    return { adminUrl, appPassword, template };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same login's address of another database. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
