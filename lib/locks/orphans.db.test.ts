import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import type { ClaimOutcome } from './claim';
import { LockEngine } from './engine';
import { claimOf, newSession, outcomeOf } from './testing/buyers';

let database: TestDatabase;
let connections: Connection[];
let engines: LockEngine[];

beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 4 }, () => connect(database.url, { max: 4 }));
  engines = connections.map(({ db }) => new LockEngine(db));
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql }) => sql.end()));
  await database.drop();
});

type Rule = 'off' | 'lenient' | 'strict';
const hallWith = (orphan_rule: Rule, seats = 10) =>
  createHall(database.admin, { seats, settings: { orphan_rule } });

/** Claims the seats with these labels of the hall's only row. */
function choose(
  hall: Hall,
  labels: number[],
  { session = newSession(), mode = 'all' as 'all' | 'any', by = 0 } = {},
): Promise<ClaimOutcome | DomainError> {
  const items = labels.map((label) => ({
    zoneId: hall.numbered,
    seatId: hall.seatIds[label - 1] as number,
  }));
  return outcomeOf(engines[by] as LockEngine, hall, claimOf(items, session, mode));
}

const labelsOf = (seats: { label: string }[]) => seats.map(({ label }) => Number(label));
type Told = { seats: { label: string }[]; moves: { seats: { label: string }[] }[] };
const toldOf = (outcome: ClaimOutcome | DomainError) =>
  (outcome instanceof DomainError ? outcome.details.orphaned : outcome.orphaned) as Told[];

describe('a choice that would leave a single seat behind', () => {
  test('is refused with the seat’s name, and with choices that would not', async () => {
    const hall = await hallWith('strict');
    const refused = await choose(hall, [2, 3]);
    expect(refused).toMatchObject({ code: 'items_unavailable' });
    expect((refused as DomainError).details.items).toEqual(
      [2, 3].map((label) => ({
        zoneId: hall.numbered,
        seatId: hall.seatIds[label - 1],
        reason: 'orphan',
      })),
    );
    const [told] = toldOf(refused);
    expect(labelsOf(told?.seats ?? [])).toEqual([1]);
    const moves = told?.moves.map((move) => labelsOf(move.seats).sort((a, b) => a - b));
    expect(moves).toContainEqual([1, 2]);
    expect(moves).toContainEqual([1, 2, 3]);
    for (const move of moves ?? []) {
      const fresh = await hallWith('strict');
      expect(await choose(fresh, move)).not.toBeInstanceOf(DomainError);
    }
  });

  test('is let through at the end of a row by the lenient rule, and in the middle by none', async () => {
    const hall = await hallWith('lenient');
    expect(await choose(hall, [2, 3])).not.toBeInstanceOf(DomainError);
    expect(await choose(hall, [5, 6])).toMatchObject({ code: 'items_unavailable' });
    expect(await choose(hall, [6, 7])).not.toBeInstanceOf(DomainError);
  });

  test('is let through where the organizer has no such rule', async () => {
    const hall = await hallWith('off');
    expect(await choose(hall, [2, 3])).not.toBeInstanceOf(DomainError);
  });

  test('costs its own row only, where what can be had is taken', async () => {
    const hall = await hallWith('strict', 30);
    const outcome = await choose(hall, [2, 21, 22], { mode: 'any' });
    expect(outcome).toMatchObject({
      inserted: [{ seatId: hall.seatIds[20] }, { seatId: hall.seatIds[21] }],
      unavailable: [{ seatId: hall.seatIds[1], reason: 'orphan' }],
    });
    expect(toldOf(outcome)).toMatchObject([{ row: '1', seats: [{ label: '1' }] }]);
  });

  test('is judged with what the buyer has already', async () => {
    const hall = await hallWith('strict');
    const session = newSession();
    expect(await choose(hall, [1], { session })).not.toBeInstanceOf(DomainError);
    expect(await choose(hall, [3], { session })).toMatchObject({ code: 'items_unavailable' });
    expect(await choose(hall, [2], { session })).not.toBeInstanceOf(DomainError);
  });

  test('never shuts a buyer of one out: of two seats left, either may be taken', async () => {
    const hall = await hallWith('strict', 2);
    expect(await choose(hall, [2])).not.toBeInstanceOf(DomainError);
  });
});

describe('the rule', () => {
  test('holds from the next claim on when it is switched on while the sale runs', async () => {
    const hall = await hallWith('off');
    expect(await choose(hall, [9])).not.toBeInstanceOf(DomainError);
    await database.admin`
      UPDATE tenant_settings SET orphan_rule = 'strict' WHERE tenant_id = ${hall.tenantId}`;
    expect(await choose(hall, [2, 3])).toMatchObject({ code: 'items_unavailable' });
    await database.admin`
      UPDATE tenant_settings SET orphan_rule = 'off' WHERE tenant_id = ${hall.tenantId}`;
    expect(await choose(hall, [2, 3])).not.toBeInstanceOf(DomainError);
  });

  test('holds against rivals: a single seat is left only where no pair fits without one', async () => {
    for (let round = 0; round < 12; round++) {
      const hall = await hallWith('strict', 20);
      const labels = Array.from({ length: 76 }, (_, i) => 1 + ((i * 7 + round) % 19));
      await Promise.all(
        labels.map((label, i) => choose(hall, [label, label + 1], { by: i % engines.length })),
      );
      const gaps = runsOf(await freeLabels(hall)).map((run) => run.length);
      // A pair leaves a single seat in a gap of three only, and that when there is no other gap.
      if (gaps.includes(1)) expect(gaps.filter((gap) => gap !== 1 && gap !== 3)).toEqual([]);
    }
    expect(await checkInvariants(database.admin)).toEqual([]);
  });
});

async function freeLabels(hall: Hall): Promise<number[]> {
  const rows = await database.admin<{ label: number }[]>`
    SELECT s.label::int AS label FROM seats s WHERE s.tenant_id = ${hall.tenantId}
      AND NOT EXISTS (SELECT FROM cart_item_locks l WHERE l.tenant_id = s.tenant_id
        AND l.seat_id = s.id AND l.status = 'active') ORDER BY 1`;
  return rows.map(({ label }) => label);
}

function runsOf(labels: number[]): number[][] {
  const runs: number[][] = [];
  for (const label of labels) {
    const last = runs.at(-1);
    if (last?.at(-1) === label - 1) last.push(label);
    else runs.push([label]);
  }
  return runs;
}
