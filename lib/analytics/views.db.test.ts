import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { ViewBuffer } from './views';

const phone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';
const desktop = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';

let database: TestDatabase;
let hall: Hall;
let views: ViewBuffer;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  hall = await createHall(database.admin);
  views = new ViewBuffer(database.db);
});

const from = (address: string, agent: string, more: Record<string, string> = {}) =>
  new Headers({ 'x-forwarded-for': address, 'user-agent': agent, ...more });
const look = (headers: Headers, eventId = hall.eventId) =>
  views.note(hall.tenantId, eventId, headers);
const counted = () => database.admin`
  SELECT device, visitors FROM view_days WHERE tenant_id = ${hall.tenantId} ORDER BY device`;

test('a visitor counts once a day, however often and in however many processes', async () => {
  look(from('10.0.0.1', phone));
  look(from('10.0.0.1', phone));
  look(from('10.0.0.2', phone));
  look(from('10.0.0.1', desktop));
  const other = new ViewBuffer(database.db);
  other.note(hall.tenantId, hall.eventId, from('10.0.0.2', phone));
  await Promise.all([views.flush(), other.flush()]);
  look(from('10.0.0.2', phone));
  await views.flush();
  expect(await counted()).toEqual([
    { device: 'desktop', visitors: 1 },
    { device: 'phone', visitors: 2 },
  ]);
});

test('crawlers, programs and pages fetched in advance are no visitors', async () => {
  look(
    from('10.0.0.1', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'),
  );
  look(from('10.0.0.1', 'curl/8.5.0'));
  look(from('10.0.0.1', ''));
  look(from('10.0.0.1', phone, { 'sec-purpose': 'prefetch;prerender' }));
  look(from('10.0.0.1', phone, { purpose: 'prefetch' }));
  look(from('10.0.0.1', phone, { 'next-router-prefetch': '1' }));
  await views.flush();
  expect(await counted()).toEqual([]);
});

test('they are written down within seconds by themselves, and nothing where nobody looked', async () => {
  look(from('10.0.0.1', phone));
  await expect.poll(counted, { timeout: 10_000 }).toHaveLength(1);
  const write = vi.spyOn(database.db, 'transaction');
  await views.flush();
  expect(write).not.toHaveBeenCalled();
});

test('what is kept tells nobody who it was, and on another day not even that it is the same', async () => {
  look(from('10.0.0.1', phone));
  await views.flush();
  const [viewer] = await database.admin`
    SELECT visitor FROM event_viewers WHERE tenant_id = ${hall.tenantId}`;
  expect(viewer?.visitor).toMatch(/^[\w-]{22}$/);
  await database.admin`
    UPDATE tenants SET time_zone = 'Pacific/Kiritimati' WHERE id = ${hall.tenantId}`;
  await database.admin`UPDATE event_viewers SET day = day - 5 WHERE tenant_id = ${hall.tenantId}`;
  look(from('10.0.0.1', phone));
  await views.flush();
  const both = await database.admin`
    SELECT DISTINCT visitor FROM event_viewers WHERE tenant_id = ${hall.tenantId}`;
  expect(both.length).toBe(new Set([viewer?.visitor, ...both.map((row) => row.visitor)]).size);
});

test('an event that is no more, and another house’s, take nothing from the others', async () => {
  const other = await createHall(database.admin);
  look(from('10.0.0.1', phone), other.eventId);
  look(from('10.0.0.1', phone));
  await views.flush();
  expect(await counted()).toEqual([{ device: 'phone', visitors: 1 }]);
  const theirs = await database.admin`SELECT FROM view_days WHERE tenant_id = ${other.tenantId}`;
  expect(theirs).toHaveLength(0);
});
