import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type Context, inTenant } from './context';
import { databaseErrorCode } from './transient';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const failing = ({ db }: Pick<Context, 'db'>) =>
  db.execute(sql`SELECT 1 FROM nowhere WHERE session_key = ${'a-secret'} AND id = ${'another'}`);

it('an error of a statement says which and why, and nothing of what it was given', async () => {
  const ctx: Context = { db: base.db, tenantId: 1, actor: { kind: 'system' } };
  const error = await inTenant(ctx, failing).catch((thrown: unknown) => thrown);
  expect(databaseErrorCode(error)).toBe('42P01');
  const printed = inspect(error, { depth: 10, showHidden: false });
  expect(printed).toContain('FROM nowhere');
  expect(printed).not.toMatch(/a-secret|another/);
});

it('control: as the library throws it, it says all', async () => {
  const error = await failing(base).catch((thrown: unknown) => thrown);
  expect(inspect(error)).toContain('a-secret');
});
