import path from 'node:path';
import postgres from 'postgres';
import { readJson } from '../scripts/data-dir.mjs';
import { addresses } from '../scripts/postgres/embedded.mjs';
import { noteOf } from '../scripts/postgres/place.mjs';
import { root } from '../scripts/project.mjs';
import { BlindLoginError, checkInvariants } from './invariants/check';
import { report } from './invariants/report';

/** What the command cannot do, in one line that says what to do. */
class CheckError extends Error {}

/** The database that is meant: the owner's address, the one given, or the embedded one that runs. */
function databaseUrl(env: NodeJS.ProcessEnv): string {
  const given = env.MIGRATION_DATABASE_URL || env.DATABASE_URL;
  if (given) return given;
  const dataDir = path.resolve(root, env.DATA_DIR || '.data');
  const secrets = readJson(path.join(dataDir, 'secrets.json'));
  const { port } = noteOf(dataDir);
  if (!secrets || !port) {
    throw new CheckError(
      `DATABASE_URL is not set and ${dataDir} holds no database: run npm start first.`,
    );
  }
  return addresses(port, secrets as Parameters<typeof addresses>[1]).ownerUrl;
}

function maxLocksPerSession(env: NodeJS.ProcessEnv): number {
  const value = Number(env.MAX_LOCKS_PER_SESSION || 50);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new CheckError('MAX_LOCKS_PER_SESSION must be a whole number from 1.');
}

/** What to tell of an error, or null where it is not one that is understood. */
function explained(error: unknown): string | null {
  if (error instanceof CheckError) return error.message;
  if (error instanceof BlindLoginError) {
    return 'MIGRATION_DATABASE_URL must name the login that owns the tables: DATABASE_URL’s sees only part of them.';
  }
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|CONNECT)/.test(code)) {
    return `The database does not answer (${code}): start it (npm start), or name another in DATABASE_URL.`;
  }
  if (/^(28|3D)/.test(code)) return `The database refuses the login: ${error.message}.`;
  if (code === '42P01')
    return 'The database has no tables of Butaca: run npm run db:migrate first.';
  return null;
}

async function main(): Promise<number> {
  const limits = { maxLocksPerSession: maxLocksPerSession(process.env) };
  const url = databaseUrl(process.env);
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const violations = await checkInvariants(sql, limits);
    console.info(report(violations));
    return violations.length === 0 ? 0 : 1;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const line = explained(error);
  if (line === null) throw error;
  console.error(line);
  process.exitCode = 2;
}
