import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { paidOrder } from '@/db/testing/paid-order';
import { forgetOldKeys } from './service';

let base: TestDatabase;
let tenants: number[];

beforeAll(async () => {
  base = await testDatabase();
  tenants = [(await paidOrder(base.admin)).tenantId, (await paidOrder(base.admin)).tenantId];
});
afterAll(() => base.drop());

const keep = (tenantId: number, key: string, hours: number) => base.admin`
  INSERT INTO idempotency_keys (tenant_id, session_key, key, request_hash, status, body, created_at)
  VALUES (${tenantId}, ${'s'.repeat(40)}, ${key}, 'hash', 201, '{}',
    clock_timestamp() - ${hours} * interval '1 hour')`;

describe('the answers kept for repeated requests', () => {
  it('are forgotten after a day, of every organizer, however many, and not before', async () => {
    for (const tenantId of tenants) {
      await keep(tenantId, 'of yesterday', 24.1);
      await keep(tenantId, 'of today', 23.9);
    }
    await base.admin`
      INSERT INTO idempotency_keys (tenant_id, session_key, key, request_hash, created_at)
      SELECT ${tenants[0]!}, ${'m'.repeat(40)}, n::text, 'hash', now() - interval '3 days'
      FROM generate_series(1, 2500) n`;
    expect(await forgetOldKeys(base.db)).toBe(2_502);
    const left = await base.admin`SELECT tenant_id, key FROM idempotency_keys ORDER BY tenant_id`;
    expect(left.map(({ tenant_id, key }) => [tenant_id, key])).toEqual(
      tenants.sort((a, b) => a - b).map((tenantId) => [tenantId, 'of today']),
    );
    expect(await forgetOldKeys(base.db)).toBe(0);
  });
});
