import { type APIRequestContext, request } from '@playwright/test';
import postgres from 'postgres';
import { adminEndpoints, adminPages, filled } from '../app/api/admin/testing/listing';
import { type RunningApp, startApp } from './support/app';
import { type Belongings, belongingsOf, mark, markOf, seen } from './support/belongings';
import { firstWords, hasWholeEvent, isEventStream } from './support/first-words';
import { askEveryWay } from './support/page-ways';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const house = 'teatro-aurora';
const other = 'arena-pacifico';

let app: RunningApp;
let admin: postgres.Sql;
let theirs: Belongings;
/** Ids of what the other house has, by the names that addresses call them. */
let ids: Record<string, string>;
let owner: APIRequestContext;
test.beforeAll(async () => {
  app = await startApp();
  admin = postgres(app.adminUrl, { max: 2, onnotice: () => {} });
  await mark(admin, other);
  theirs = await belongingsOf(admin, other);
  ids = await foreignIds();
  owner = await request.newContext();
  await signIn(owner, app.url, 'direccion@teatro-aurora.example.org');
});
test.afterAll(async () => {
  await admin.end();
  await app.stop();
});

/** One of each thing of the other house. */
async function foreignIds(): Promise<Record<string, string>> {
  const [found] = await admin<Record<string, string>[]>`
    SELECT e.id AS event, z.id::text AS zone, s.id::text AS seat, l.id AS lock, l.cart_id AS cart,
      (SELECT id FROM audit_log WHERE tenant_id = t.id LIMIT 1) AS before,
      (SELECT id FROM alerts WHERE tenant_id = t.id LIMIT 1) AS alert,
      (SELECT user_id FROM memberships WHERE tenant_id = t.id LIMIT 1) AS who
    FROM tenants t
    JOIN events e ON e.tenant_id = t.id
    JOIN zones z ON z.tenant_id = e.tenant_id AND z.event_id = e.id
    JOIN seats s ON s.tenant_id = e.tenant_id AND s.zone_id = z.id
    JOIN cart_item_locks l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
    WHERE t.slug = ${other} LIMIT 1`;
  const { event, zone, seat, lock, cart, who, alert } = found!;
  const named = { eventId: event, zoneId: zone, seatId: seat, lockId: lock, cartId: cart };
  return { ...found, ...named, user: who, id: alert } as Record<string, string>;
}

const fill = (name: string) => ids[name] ?? ids.id!;
/** What was asked for may come back in an address. */
const read = (text: string) => seen(text, theirs, Object.values(ids));

test('no page of one’s own house tells anything of another, whatever ids it is asked with', async () => {
  const query = new URLSearchParams(ids);
  for (const { at } of adminPages()) {
    const page = { at, path: `/es/admin/${house}${filled(at, fill)}?${query}` };
    for (const { told, text } of await askEveryWay(owner, app.url, page)) {
      expect(read(text), told).toEqual([]);
    }
  }
});

test('no endpoint does either, be it a stream', async () => {
  for (const { at, status, text, isStream } of await everyEndpoint(house, owner)) {
    expect(read(text), at).toEqual([]);
    // A stream is of the whole house; anything else is of what it was asked for.
    expect(status, at).toBe(isStream ? 200 : 404);
    expect(hasWholeEvent(text), at).toBe(isStream);
  }
});

test('what is not told above is there to be told: its own people are', async () => {
  const staff = await request.newContext();
  await signIn(staff, app.url, 'direccion@arena-pacifico.example.org');
  const page = await staff.get(`${app.url}/es/admin/${other}/events`);
  expect(await page.text()).toContain(markOf(other));
  const answers = await everyEndpoint(other, staff);
  for (const { at, status } of answers) expect(status, at).toBe(200);
  // With what is its own by now: an alert may have been raised meanwhile.
  const now = await belongingsOf(admin, other);
  const telling = answers.filter(({ text }) => seen(text, now).length > 0);
  expect(telling.map(({ at }) => at)).toEqual(['/analytics/csv', '/live', '/news']);
});

/** What every endpoint of a house answers when it is asked with the other's ids. */
async function everyEndpoint(slug: string, reader: APIRequestContext) {
  const { cookies } = await reader.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answers = [];
  for (const { at } of adminEndpoints()) {
    const url = `${app.url}/api/admin/${slug}${filled(at, fill)}?${queryOf(at)}`;
    const answer = await fetch(url, { headers: { cookie } });
    const text = await firstWords(answer);
    answers.push({ at, status: answer.status, text, isStream: isEventStream(answer) });
  }
  return answers;
}

/** An endpoint that is strict about its query is asked with what it takes. */
function queryOf(at: string): URLSearchParams {
  const { event, seat } = ids as { event: string; seat: string };
  const day = (by: number) => new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10);
  const taken: Record<string, Record<string, string>> = {
    '/heat': { event },
    '/heat/seat': { event, seat },
    '/replay': { event },
    '/analytics/csv': { table: 'locks', from: day(-2), to: day(1), event },
  };
  return new URLSearchParams(taken[at] ?? ids);
}
