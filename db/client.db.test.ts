import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from './client';
import { type TestDatabase, testDatabase } from './testing/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('a transaction whose connection is lost', () => {
  test('fails at once, writes nothing more through it, and the pool goes on', async () => {
    const { db, sql: pool } = connect(database.url, { max: 1 });
    let late: Promise<unknown> = Promise.resolve();
    const lost = new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(async (tx) => {
        const [row] = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
        // The work does not know yet, and goes on when the pool has opened another connection.
        late = transaction.catch(async () => {
          await db.execute(sql`SELECT 1`);
          await tx.execute(sql`SELECT 1`);
        });
        await database.admin`SELECT pg_terminate_backend(${row!.pid})`;
        await new Promise(() => {});
      });
      transaction.then(() => resolve(), reject);
    });
    await expect(lost).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await expect(late).rejects.toMatchObject({ cause: { code: 'CONNECTION_CLOSED' } });
    const [row] = await db.execute(sql`SELECT 1 AS one`);
    expect(row).toEqual({ one: 1 });
    await pool.end();
  });
});
