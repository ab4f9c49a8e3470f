import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';

/** A server process of PostgreSQL that has nothing to do hands in its counts within ten seconds. */
const handedInMs = 11_000;

/** Transactions that ended in this database in a while; a statement is at least one of them. */
export async function transactionsWhile(admin: postgres.Sql, forMs: number): Promise<number> {
  await pause(handedInMs);
  const before = await transactions(admin);
  await pause(forMs);
  return (await transactions(admin)) - before;
}

async function transactions(admin: postgres.Sql): Promise<number> {
  const [counted] = await admin<{ ended: string }[]>`
    SELECT xact_commit + xact_rollback AS ended FROM pg_stat_database
    WHERE datname = current_database()`;
  return Number(counted?.ended);
}
