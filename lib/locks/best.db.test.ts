import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { type LiveSeats, ownMemory } from '@/lib/live/queries';
import type { Wish } from './claim';
import { LockEngine } from './engine';
import { claimOf, newSession, outcomeOf } from './testing/buyers';
import { processOf } from './testing/process';
import { liveUnits } from './testing/races';

let database: TestDatabase;
let connections: Connection[];
let processes: ReturnType<typeof processOf>[];

beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 3 }, () => connect(database.url, { max: 6 }));
  processes = connections.map(processOf);
});
afterAll(async () => {
  for (const { forget } of processes) forget();
  await Promise.all(connections.map(({ sql }) => sql.end()));
  await database.drop();
});

const engine = (i = 0) => processes[i % processes.length]?.engine as LockEngine;
const wishFor = (quantity: number, more: Partial<Wish> = {}): Wish => ({
  quantity,
  accessible: 0,
  ...more,
});

function best(hall: Hall, wish: Wish, by = engine(), session = newSession()) {
  return outcomeOf(by, hall, { ...claimOf([], session), wish });
}

describe('a thousand groups who leave the choice to the house', () => {
  test('get seats each, no seat twice, until there are none', async () => {
    const hall = await createHall(database.admin, { seats: 1_200 });
    const outcomes = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => best(hall, wishFor(2), engine(i))),
    );
    const refused = outcomes.filter((outcome) => outcome instanceof DomainError);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['not_enough_seats']));
    expect(outcomes.length - refused.length).toBe(600);
    expect(await liveUnits(database.admin, hall)).toMatchObject({ seats: 1_200, mostOfASeat: 1 });
    expect(await checkInvariants(database.admin)).toEqual([]);
  });

  test('never get past the locks of those who name their seats at the same time', async () => {
    const hall = await createHall(database.admin, { seats: 400 });
    const named = (i: number) => {
      const seatId = hall.seatIds[(i * 13) % 400] as number;
      return outcomeOf(engine(i), hall, claimOf([{ zoneId: hall.numbered, seatId }]));
    };
    const outcomes = await Promise.all(
      Array.from({ length: 600 }, (_, i) => (i % 2 ? named(i) : best(hall, wishFor(3), engine(i)))),
    );
    const seats = outcomes.flatMap((outcome) =>
      outcome instanceof DomainError ? [] : outcome.inserted.map((lock) => lock.seatId),
    );
    expect(new Set(seats).size).toBe(seats.length);
    expect(await liveUnits(database.admin, hall)).toMatchObject({
      seats: seats.length,
      mostOfASeat: 1,
    });
  });
});

describe('a memory that is behind', () => {
  /** An engine whose process never hears of anything that happens. */
  async function deafEngine(hall: Hall) {
    const memory = ownMemory(connections[0] as Connection);
    const { mapVersion, ids, states } = await memory.seats(hall.tenantId, hall.eventId);
    memory.close();
    const seats: LiveSeats = { mapVersion, ids, states: states.slice() };
    return new LockEngine(database.db, undefined, undefined, async () => seats);
  }

  test('is put right by the database: seats taken since are passed over', async () => {
    const hall = await createHall(database.admin, { seats: 40 });
    const deaf = await deafEngine(hall);
    for (let i = 0; i < 20; i++) {
      expect(await best(hall, wishFor(2), deaf)).not.toBeInstanceOf(DomainError);
    }
    expect(await best(hall, wishFor(1), deaf)).toMatchObject({ code: 'not_enough_seats' });
    expect(await liveUnits(database.admin, hall)).toMatchObject({ seats: 40, mostOfASeat: 1 });
  });

  test('that is not to be had costs nothing but the choosing: seats by name are locked', async () => {
    const hall = await createHall(database.admin);
    const blind = new LockEngine(database.db, undefined, undefined, async () => {
      throw new DomainError('unavailable');
    });
    const seat = { zoneId: hall.numbered, seatId: hall.seatIds[0] as number };
    const [named, chosen] = await Promise.all([
      outcomeOf(blind, hall, claimOf([seat])),
      best(hall, wishFor(1), blind),
    ]);
    expect(named).not.toBeInstanceOf(DomainError);
    expect(chosen).toMatchObject({ code: 'unavailable' });
  });

  test('of another map is read anew', async () => {
    const hall = await createHall(database.admin, { seats: 4 });
    expect(await best(hall, wishFor(1))).not.toBeInstanceOf(DomainError);
    await database.admin`
      INSERT INTO seats (tenant_id, event_id, zone_id, row, label, x, y)
      SELECT ${hall.tenantId}, ${hall.eventId}, ${hall.numbered}, '0', n::text, n, -1
      FROM generate_series(1, 4) AS n`;
    await database.admin`UPDATE zones SET capacity = 8 WHERE id = ${hall.numbered}`;
    await database.admin`
      UPDATE events SET map_version = map_version + 1 WHERE id = ${hall.eventId}`;
    const fresh = processOf(connections[1] as Connection);
    expect(await best(hall, wishFor(4), fresh.engine)).toMatchObject({
      placement: { placement: 'together', blocks: [{ row: '0' }] },
    });
    fresh.forget();
  });
});

describe('a lock that is over', () => {
  test('is nobody’s: its seat is chosen again, and it is written down as expired', async () => {
    const hall = await createHall(database.admin, { seats: 2 });
    expect(await best(hall, wishFor(2))).not.toBeInstanceOf(DomainError);
    await database.admin`
      UPDATE cart_item_locks SET locked_at = locked_at - interval '1 hour',
        expires_at = expires_at - interval '1 hour' WHERE tenant_id = ${hall.tenantId}`;
    // On a connection of its own, which hears of nothing that was announced before.
    const connection = connect(database.url, { max: 2 });
    const fresh = processOf(connection);
    expect(await best(hall, wishFor(2), fresh.engine)).not.toBeInstanceOf(DomainError);
    fresh.forget();
    await connection.sql.end();
    const [row] = await database.admin<{ expired: number }[]>`
      SELECT count(*)::int AS expired FROM cart_item_locks
      WHERE tenant_id = ${hall.tenantId} AND status = 'expired'`;
    expect(row?.expired).toBe(2);
  });
});

describe('where no single seat may be left', () => {
  test('the choice leaves none, though one nearer to the stage would', async () => {
    const hall = await createHall(database.admin, {
      seats: 40,
      settings: { orphan_rule: 'strict' },
    });
    for (let i = 0; i < 6; i++) {
      expect(await best(hall, wishFor(3))).not.toBeInstanceOf(DomainError);
    }
    const rows = await database.admin<{ row: string; label: number }[]>`
      SELECT row, label::int FROM seats s WHERE tenant_id = ${hall.tenantId}
        AND NOT EXISTS (SELECT FROM cart_item_locks l WHERE l.tenant_id = s.tenant_id
          AND l.seat_id = s.id AND l.status = 'active')`;
    const free = new Set(rows.map(({ row, label }) => `${row}/${label}`));
    const alone = rows.filter(
      ({ row, label }) => !free.has(`${row}/${label - 1}`) && !free.has(`${row}/${label + 1}`),
    );
    expect(alone).toEqual([]);
  });
});
