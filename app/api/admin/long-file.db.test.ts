import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { GET as csv } from '@/app/api/admin/[tenant]/analytics/csv/route';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { staffMember } from '@/lib/users/testing/sign-in';

const locks = 4_500;

let wire: Wire;
let house: Hall;
let reader: Awaited<ReturnType<typeof staffMember>>;
beforeAll(async () => {
  wire = await openWire();
  house = await wire.hall({ capacity: 10_000 });
  await wire.admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity, locked_at,
      expires_at, status, price_at_lock, ended_at, end_reason, duration_ms, max_extensions)
    SELECT ${house.tenantId}, gen_random_uuid(), lpad(n::text, 40, 'x'), ${house.eventId},
      ${house.general}, 1, at, at, 'expired', 2000, at, 'timeout', 60000, 10
    FROM generate_series(1, ${locks}) AS n,
      LATERAL (SELECT timestamptz '2026-01-02T12:00:00Z' - n * interval '1 second' AS at) AS made`;
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await wire.close();
});
beforeEach(async () => {
  reader = await staffMember(wire.admin, house.tenantId, 'manager');
});

/** Opens the file, and reads its first thousand rows. @returns how to read the rest: its rows. */
async function opened(): Promise<() => Promise<number>> {
  const query = new URLSearchParams({ table: 'locks', from: '2026-01-01', to: '2026-01-02' });
  const url = `http://localhost/api/admin/${house.slug}/analytics/csv?${query}`;
  const { status, body } = await csv(new Request(url, { headers: { cookie: reader.cookie } }));
  expect(status).toBe(200);
  const stream = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rows = -1;
  const next = async () => {
    const { done, value } = await stream.read();
    rows += decoder.decode(value).split('\r\n').length - 1;
    return !done;
  };
  while (rows < 1_000) await next();
  return async () => {
    while (await next());
    return rows;
  };
}

it('a file that is read slowly comes whole to who may still read it', async () => {
  const rest = await opened();
  vi.advanceTimersByTime(60_000);
  expect(await rest()).toBe(locks);
});

it('a file that is read slowly breaks off for who is taken off the team', async () => {
  const rest = await opened();
  await wire.admin`DELETE FROM memberships WHERE user_id = ${reader.userId}`;
  vi.advanceTimersByTime(20_000);
  await expect(rest()).rejects.toThrow('forbidden');
});

it('a file that is read slowly breaks off for whose role no longer reaches it', async () => {
  const rest = await opened();
  await wire.admin`UPDATE memberships SET role = 'scanner' WHERE user_id = ${reader.userId}`;
  vi.advanceTimersByTime(20_000);
  await expect(rest()).rejects.toThrow('forbidden');
});

it('a file that is read slowly breaks off where the reader was signed out', async () => {
  const rest = await opened();
  await wire.admin`UPDATE user_sessions SET revoked_at = now() WHERE user_id = ${reader.userId}`;
  vi.advanceTimersByTime(20_000);
  await expect(rest()).rejects.toThrow('forbidden');
});

it('who reads is not asked for at every page', async () => {
  const rest = await opened();
  await wire.admin`DELETE FROM memberships WHERE user_id = ${reader.userId}`;
  vi.advanceTimersByTime(19_999);
  expect(await rest()).toBe(locks);
});
