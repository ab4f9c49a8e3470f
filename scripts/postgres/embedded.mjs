import { existsSync } from 'node:fs';
import path from 'node:path';
import { boundedLog } from '../bounded-log.mjs';
import { freePort, isFree } from '../ports.mjs';
import { supervise } from '../supervise.mjs';
import { initialise, resetPassword, superuser } from './initialise.mjs';
import { stopLeftover } from './leftover.mjs';
import { clusterPlace, keepNote, noteOf } from './place.mjs';
import { startServer } from './server.mjs';
import { serverFiles } from './server-files.mjs';

/** @typedef {import('../data-dir.mjs').Secrets} Secrets */

export const databaseName = 'butaca';
export const appRole = 'butaca_app';

/**
 * Where the embedded database will answer, without starting it: its port is chosen once and kept.
 * @param {string} dataDir @param {Secrets} secrets
 */
export async function embeddedAddress(dataDir, secrets) {
  const place = clusterPlace(dataDir);
  await stopLeftover(place.dir);
  const kept = noteOf(dataDir).port;
  const port = kept && (await isFree(kept, '127.0.0.1')) ? kept : await freePort();
  return { ...place, port, ...addresses(port, secrets) };
}

/** @param {number} port @param {Secrets} secrets */
export function addresses(port, { ownerPassword, appPassword }) {
  const at = `127.0.0.1:${port}/${databaseName}`;
  return {
    ownerUrl: `postgres://${superuser}:${ownerPassword}@${at}`,
    appUrl: `postgres://${appRole}:${appPassword}@${at}`,
  };
}

/**
 * Starts the embedded database and keeps it running.
 * @param {{ dataDir: string, secrets: Secrets, fresh: boolean,
 *   address: Awaited<ReturnType<typeof embeddedAddress>> }} options `fresh`: the secrets are new.
 */
export async function startEmbedded({ dataDir, secrets, fresh, address }) {
  const { dir, account, port, ownerUrl } = address;
  const files = await serverFiles(account);
  const password = secrets.ownerPassword;
  if (fresh && existsSync(path.join(dir, 'PG_VERSION'))) {
    resetPassword({ dir, files, account, password });
  }
  initialise({ dir, files, account, password, durable: true });
  keepNote(dataDir, { dir, port });
  const log = boundedLog(path.join(dataDir, 'postgres.log'));
  const server = await supervise('PostgreSQL', () =>
    startServer({ dir, files, account, port, durable: true, log }),
  );
  try {
    await createDatabase(ownerUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** @param {string} ownerUrl */
async function createDatabase(ownerUrl) {
  await asOwner(ownerUrl.replace(/\/[^/]*$/, '/postgres'), async (sql) => {
    const [there] = await sql`SELECT FROM pg_database WHERE datname = ${databaseName}`;
    if (!there) await sql.unsafe(`CREATE DATABASE ${databaseName}`);
  });
}

/**
 * Lets the app log in; its role is made by the migrations.
 * @param {string} ownerUrl @param {Secrets} secrets
 */
export async function openAppLogin(ownerUrl, { appPassword }) {
  await asOwner(ownerUrl, (sql) =>
    sql.unsafe(`ALTER ROLE ${appRole} LOGIN PASSWORD '${appPassword}'`),
  );
}

/** @param {string} url @param {(sql: import('postgres').Sql) => Promise<unknown>} work */
async function asOwner(url, work) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
