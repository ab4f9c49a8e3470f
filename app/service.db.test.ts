import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { openWire, type Wire } from './sales/testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const get = (path: string) => wire.buyer().get(path);

describe('a service that is watched', () => {
  it('is ready once the database answers and every migration is in', async () => {
    const answer = await get('/readyz');
    expect([answer.status, answer.as()]).toEqual([200, { status: 'ready' }]);
  });

  it('names the migration that is missing', async () => {
    const [last] = await wire.admin<{ id: number; hash: string; created_at: string }[]>`
      DELETE FROM drizzle.__drizzle_migrations
      WHERE id = (SELECT max(id) FROM drizzle.__drizzle_migrations) RETURNING *`;
    const answer = await get('/readyz');
    await wire.admin`INSERT INTO drizzle.__drizzle_migrations ${wire.admin(last!)}`;
    expect(answer.status).toBe(503);
    const { missing } = answer.as<{ missing: { migrations: string[] } }>();
    expect(missing.migrations).toEqual([expect.stringMatching(/^\d{4}_\w+$/)]);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('counts requests, the queue and who watches, in Prometheus’ format', async () => {
    const hall = await wire.hall();
    await get(`/sales/events/${hall.eventId}`);
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=/);
    expect(answer.text).toMatch(/^# HELP /m);
    expect(answer.text).toMatch(/GET \/sales\/events\/\{id\}/);
    for (const line of answer.text.split('\n').filter((each) => each && !each.startsWith('#'))) {
      expect(line).toMatch(
        /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{.*\})? ([-+]?[0-9.]+(e[-+]?\d+)?|[-+]?Inf|Nan)$/i,
      );
    }
  });
});

describe('a service whose database is gone', () => {
  let cut: Wire;
  let hall: Hall;
  let name: string;
  beforeAll(async () => {
    cut = await openWire();
    const [row] = await cut.admin<{ name: string }[]>`SELECT current_database() AS name`;
    name = row?.name as string;
    hall = await cut.hall();
    await cut.buyer().get(`/sales/events/${hall.eventId}`);
    await wire.admin.unsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await wire.admin`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;
    await wire.admin.unsafe(`ALTER DATABASE ${name} RENAME TO ${name}_gone`);
  });
  afterAll(async () => {
    await wire.admin.unsafe(`ALTER DATABASE ${name}_gone RENAME TO ${name}`);
    await cut.close();
  });

  it('lives, and is not ready', async () => {
    expect((await get('/healthz')).status).toBe(200);
    const answer = await get('/readyz');
    expect([answer.status, answer.as()]).toEqual([
      503,
      { status: 'not ready', missing: { database: true } },
    ]);
  });

  it('says so to buyers: 503, and when to come again', async () => {
    for (const path of ['/sales/events', `/sales/cart/lock/status?tenant=${hall.slug}`]) {
      const answer = await get(path);
      expect([answer.status, answer.problem.code]).toEqual([503, 'unavailable']);
      expect(answer.headers.get('retry-after')).toBe('1');
    }
  });

  it('lets a closing tab go in peace', async () => {
    const buyer = wire.buyer();
    buyer.session = 'x'.repeat(40);
    expect((await buyer.post(`/sales/cart/lock/release?tenant=${hall.slug}`)).status).toBe(204);
  });
});
