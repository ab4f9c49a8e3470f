import { fileURLToPath, pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Its message is one line that says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const oldestVersion = 150_000;
/** Any number of the product's own: two starts at once take turns. */
const migrationLock = 620_017_345;

/**
 * Brings the database up to date. Safe to run twice at once, and again.
 * @param url the address of the owner's login, who may create the app's role.
 * @throws {MigrationError} when the database cannot be reached, is too old, or refuses.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await requireVersion(sql);
    await sql`SELECT pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(sql), {
      migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
    });
  } catch (error) {
    throw explained(error, url);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function requireVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`SELECT current_setting('server_version_num')::int AS number,
                                 current_setting('server_version') AS name`;
  if (row?.number >= oldestVersion) return;
  throw new MigrationError(
    `DATABASE_URL must name a PostgreSQL 15 or later; this one is ${row?.name}.`,
  );
}

function explained(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof MigrationError) return error;
  // Drizzle wraps what the driver threw.
  const reason = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in reason ? String(reason.code) : '';
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}${pathname}`;
  const because = (line: string) => new MigrationError(line, { cause: error });

  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|CONNECT|CONNECTION_)/.test(code)) {
    return because(
      `DATABASE_URL must name a PostgreSQL that answers; ${place} does not (${code}).`,
    );
  }
  if (/^(28|3D)/.test(code)) {
    return because(`DATABASE_URL must name a login that ${place} accepts: ${reason.message}.`);
  }
  if (code === '42501') {
    return because(
      `DATABASE_URL must name a login that may create roles and owns its database: ${reason.message}.`,
    );
  }
  return error;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL;
  try {
    if (!url) throw new MigrationError('DATABASE_URL must name the PostgreSQL to migrate.');
    await migrate(url);
  } catch (error) {
    console.error(error instanceof MigrationError ? error.message : error);
    process.exitCode = 1;
  }
}
