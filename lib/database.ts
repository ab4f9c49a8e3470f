import { type Connection, connect, type Db } from '@/db/client';
import { config } from '@/lib/config';
import { processWide } from '@/lib/process-wide';

/** The process's connection pool, opened at first use. */
export function connection(): Connection {
  return processWide('connection', () => connect(config().databaseUrl));
}

/** The process's database client. */
export function database(): Db {
  return connection().db;
}
