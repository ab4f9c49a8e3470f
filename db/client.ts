import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as alerts from './schema/alerts';
import * as analytics from './schema/analytics';
import * as locks from './schema/locks';
import * as orders from './schema/orders';
import * as outbox from './schema/outbox';
import * as staff from './schema/staff';
import * as tenants from './schema/tenants';
import * as venues from './schema/venues';

const schema = {
  ...tenants,
  ...venues,
  ...locks,
  ...orders,
  ...outbox,
  ...staff,
  ...alerts,
  ...analytics,
};

/** The client or an open transaction: services take either. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/** The role that row-level security binds; the login of `DATABASE_URL` must be a member of it. */
export const appRole = 'butaca_app';

/** Enough for a machine's cores several times over; the coalescer needs one a hot event. */
const connectionsMax = 20;

export type Connection = { sql: postgres.Sql; db: Db };

/**
 * Opens a pool on `url` that works as the app's role.
 * @param options.role null keeps the role of the login (migrations, the checker).
 */
export function connect(
  url: string,
  options: { max?: number; role?: string | null } = {},
): Connection {
  const role = options.role === undefined ? appRole : options.role;
  const client = postgres(url, {
    max: options.max ?? connectionsMax,
    idle_timeout: 60,
    connect_timeout: 5,
    // Reconnect soon and evenly: a restarted database must not be met by a growing wait.
    backoff: () => 0.5,
    onnotice: () => {},
    connection: {
      application_name: 'butaca',
      // Days without a zone are UTC's, whatever clock the database's machine goes by.
      TimeZone: 'UTC',
      // A statement that waits this long will not help its caller any more.
      statement_timeout: 15_000,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: 30_000,
      // A plan kept from when a table was empty reads the whole of it once it is full.
      plan_cache_mode: 'force_custom_plan',
      // Compiling a question takes longer than any of ours may take to be answered.
      jit: 'off',
      ...(role ? { role } : {}),
    },
  });
  return { sql: client, db: drizzle(prepared(client), { schema, casing: 'snake_case' }) as Db };
}

/** A statement of a transaction that has ended beneath it: nothing of it was written. */
class TransactionOver extends Error {
  override readonly name = 'TransactionOver';
  readonly code = 'CONNECTION_CLOSED';
}

/**
 * Makes drizzle's statements prepared ones. It sends everything through `unsafe` and asks for none, so that
 * each statement would be parsed anew and wait for its description before it runs.
 */
function prepared(client: postgres.Sql, isOver = () => false): postgres.Sql {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe') {
        return (text: string, values: never[], options?: object) => {
          // Its connection is lost, and may serve another transaction by now.
          if (isOver()) throw new TransactionOver();
          return target.unsafe(text, values, { ...options, prepare: true });
        };
      }
      if (key === 'begin') {
        return async (...args: unknown[]) => {
          const run = args.pop() as (tx: postgres.Sql) => unknown;
          let over = false;
          try {
            return await (target.begin as (...a: unknown[]) => unknown)(
              ...args,
              (tx: postgres.Sql) => run(prepared(tx, () => over)),
            );
          } finally {
            over = true;
          }
        };
      }
      if (key === 'savepoint') {
        const savepoint = (target as unknown as postgres.TransactionSql).savepoint;
        return (...args: unknown[]) => {
          const run = args.pop() as (tx: postgres.Sql) => unknown;
          return (savepoint as (...a: unknown[]) => unknown)(...args, (tx: postgres.Sql) =>
            run(prepared(tx, isOver)),
          );
        };
      }
      return Reflect.get(target, key, target);
    },
  });
}
