import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import { refuses } from '@/lib/http/methods';
import { staffMember } from '@/lib/users/testing/sign-in';
import { adminEndpoints, filled, load, staffActions } from './testing/listing';

const request = { headers: new Headers() };
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('next/cache', () => ({ revalidatePath: () => {}, revalidateTag: () => {} }));

let wire: Wire;
let ours: Hall;
let theirs: Hall;
let ids: Record<string, string | number>;
beforeAll(async () => {
  wire = await openWire();
  ours = await wire.hall();
  theirs = await wire.hall();
  ids = await furnish(theirs);
  const { cookie } = await staffMember(wire.admin, ours.tenantId, 'owner');
  request.headers = new Headers({ cookie });
});
afterAll(() => wire.close());

/** Gives a house one of everything that has an id, and says which. */
async function furnish({ tenantId, eventId, general, seatIds }: Hall) {
  const [lock, cart, alert, invitation, entry, coolDown] = Array.from({ length: 6 }, randomUUID);
  const session = 's'.repeat(40);
  const { admin } = wire;
  await admin`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, event_id, zone_id, quantity, expires_at,
      price_at_lock, duration_ms, max_extensions, cart_id)
    VALUES (${tenantId}, ${lock!}, ${session}, ${eventId}, ${general}, 1, now() + interval '1 hour',
      2000, 900000, 10, ${cart!})`;
  await admin`
    INSERT INTO alerts (tenant_id, id, kind, source_kind, source, figures)
    VALUES (${tenantId}, ${alert!}, 'session_units', 'session', ${session},
      '{"count": 9, "peak": 9, "threshold": 5, "windowSeconds": 60}')`;
  await admin`
    INSERT INTO cool_downs (tenant_id, id, source_kind, source, until, reason, started_by)
    VALUES (${tenantId}, ${coolDown!}, 'session', ${session}, now() + interval '1 hour', 'x', 'Eva')`;
  await admin`
    INSERT INTO invitations (tenant_id, id, email, role, locale, expires_at)
    VALUES (${tenantId}, ${invitation!}, 'eva@example.org', 'scanner', 'es', now() + interval '1 day')`;
  await admin`
    INSERT INTO audit_log (tenant_id, id, user_name, action, target)
    VALUES (${tenantId}, ${entry!}, 'Eva', 'settings.changed', 'x')`;
  const { userId } = await staffMember(admin, tenantId, 'scanner');
  return {
    ...{ id: lock!, lockId: lock!, cartId: cart!, cart: cart!, sessionOf: lock!, eventId },
    ...{ alertId: alert!, alert: alert!, coolDownId: coolDown!, invitationId: invitation! },
    ...{ invitation: invitation!, userId, user: userId, zoneId: general, seatId: seatIds[0]! },
    ...{ entry: entry!, event: eventId, zone: general, seat: seatIds[0]! },
  };
}

/** Every row that is the house's, of every table, in a few letters a table. */
async function everyRowOf({ tenantId }: Hall): Promise<Record<string, string>> {
  const tables = await wire.admin<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND column_name = 'tenant_id' AND table_type = 'BASE TABLE'
    ORDER BY 1`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await wire.admin`
        SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS hash
        FROM ${wire.admin(name)} t WHERE tenant_id = ${tenantId}`;
      return [name, row!.hash as string];
    }),
  );
  return Object.fromEntries(rows);
}

/** What an action or an endpoint may take for an input, each with the other house's ids in it. */
function baits(): unknown[] {
  const uuids = [...new Set(Object.values(ids).filter((id) => typeof id === 'string'))];
  const reason = 'No es mío';
  const alone = Object.entries(ids).map(([name, id]) => ({ [name]: id }));
  const extras = [{}, { reason }, { reason, minutes: 5 }, { role: 'owner' }];
  return [
    ...uuids,
    ...alone.flatMap((each) => extras.map((extra) => ({ ...each, ...extra }))),
    ...uuids.map((id) => ({ lockIds: [id], reason })),
    { source: { kind: 'session', value: 's'.repeat(40) }, reason },
  ];
}

describe('the owner of a house with the ids of another', () => {
  it('changes nothing there, by no action and no endpoint', { timeout: 180_000 }, async () => {
    const before = await everyRowOf(theirs);
    expect(before.alerts).not.toBe(before.tickets);
    for (const each of staffActions()) {
      for (const action of Object.values(await load(each)) as ((
        ...input: unknown[]
      ) => unknown)[]) {
        for (const bait of baits()) await action(ours.slug, bait, { reason: 'x', role: 'owner' });
      }
    }
    for (const each of adminEndpoints()) {
      const module = await load(each);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const handler = module[method] as ((request: Request) => Promise<Response>) | undefined;
        if (!handler || refuses(handler)) continue;
        const at = filled(each.at, (name) => String(ids[name] ?? ids.id));
        for (const bait of baits()) {
          const answer = await handler(
            new Request(`http://localhost/api/admin/${ours.slug}${at}`, {
              method,
              headers: request.headers,
              body: JSON.stringify(bait),
            }),
          );
          await answer.body?.cancel();
        }
      }
    }
    expect(await everyRowOf(theirs)).toEqual(before);
  });

  it('would be found out: the same ids change what is one’s own', async () => {
    const mine = { ...ours };
    ids = await furnish(mine);
    const before = await everyRowOf(mine);
    for (const each of staffActions()) {
      for (const action of Object.values(await load(each)) as ((
        ...input: unknown[]
      ) => unknown)[]) {
        for (const bait of baits()) await action(ours.slug, bait, { reason: 'x', role: 'owner' });
      }
    }
    const after = await everyRowOf(mine);
    const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
    expect(changed).toEqual(expect.arrayContaining(['audit_log', 'cart_item_locks']));
  });
});
