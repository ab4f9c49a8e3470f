import type postgres from 'postgres';
import type { Db } from '@/db/client';
import {
  byDay,
  byReason,
  cartsBack,
  conversion,
  funnel,
  lockRows,
  lossBy,
  worstSeats,
} from '@/lib/analytics/queries';
import { rowsCount } from '@/lib/analytics/row-count';
import {
  cartKinds,
  convertMinutes,
  dimensions,
  type Filter,
  type RowsFilter,
} from '@/lib/analytics/schema';
import { inTenant, type StaffContext } from '@/lib/context';
import { houseList } from '@/lib/events/house-list';
import { heat, seatHistory } from '@/lib/heat/queries';
import { replay } from '@/lib/heat/replay-query';
import { readBlocked, readPlaces } from '@/lib/watch/places';
import { readHouse, readVersions } from '@/lib/watch/rows';
import { atMost, type Figure, said } from './figures';
import { type ArenaYear, writeArenaYear } from './history';

const locks = 5_000_000;
const answerMsMax = 300;
const runs = 20;

/** The questions of the analytics page and of the dashboard to a year of an arena. */
export async function analyticsFigures(db: Db, admin: postgres.Sql): Promise<Figure[]> {
  const startedMs = performance.now();
  const year = await writeArenaYear(db, admin, Number(process.env.BENCH_LOCKS ?? locks));
  const writtenMs = performance.now() - startedMs;
  const actor = { kind: 'staff', userId: '', name: 'bench', role: 'owner' } as const;
  const ctx: StaffContext = { db, tenantId: year.tenantId, actor };
  const figures = [said('history_written_and_counted', writtenMs / 1000, 's')];
  for (const [name, ask] of questions(ctx, year)) {
    figures.push(atMost(`${name}_p95`, await p95Ms(ask), answerMsMax, 'ms'));
  }
  return figures;
}

type Question = [name: string, ask: () => Promise<unknown>];

export function questions(ctx: StaffContext, year: ArenaYear): Question[] {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const eventId = year.eventIds[25] as string;
  const periods: [string, Filter & { eventId?: string }][] = [
    ['year', { from: day(365), to: day(0) }],
    ['month', { from: day(30), to: day(0) }],
    ['event', { from: day(365), to: day(0), eventId }],
  ];
  const asked = periods.flatMap(([name, filter]): Question[] => [
    [`${name}_funnel`, () => funnel(ctx, filter)],
    [`${name}_conversion`, () => conversion(ctx, filter)],
    [`${name}_by_reason`, () => byReason(ctx, filter)],
    [`${name}_by_day`, () => byDay(ctx, filter)],
    [`${name}_carts_back`, () => cartsBack(ctx, filter)],
    ...dimensions.map((by): Question => [`${name}_loss_by_${by}`, () => lossBy(ctx, filter, by)]),
  ]);
  const all = { from: day(365), to: day(0) };
  return [
    ...asked,
    ['worst_seats', () => worstSeats(ctx, { ...all, eventId }, 50)],
    ['heat', () => heat(ctx, eventId)],
    ['replay', () => replay(ctx, { event: eventId, from: 'first' })],
    ['seat_history', () => seatHistory(ctx, eventId, year.seatId)],
    ...houseQuestions(ctx),
    ...rowQuestions(ctx, year, { ...all }),
  ];
}

/** What the page of this moment is drawn from, with five thousand live locks. */
function houseQuestions(ctx: StaffContext): Question[] {
  const ask = (work: (inside: StaffContext) => Promise<unknown>) => () => inTenant(ctx, work);
  return [
    ['dashboard_rows', ask((inside) => readHouse(inside, 10_000))],
    ['dashboard_versions', ask((inside) => readVersions(inside, 10_000))],
    ['events_to_come', () => houseList(ctx, { over: false, page: 0, withTakings: true })],
    ['events_over', () => houseList(ctx, { over: true, page: 0, withTakings: true })],
    ['dashboard_places', ask(async (inside) => readPlaces(inside, await readBlocked(inside)))],
  ];
}

function rowQuestions(ctx: StaffContext, year: ArenaYear, all: Filter): Question[] {
  const eventId = year.eventIds[25] as string;
  const filters: [string, Partial<RowsFilter>][] = [
    ['all', {}],
    ['event', { eventId }],
    ['sold', { outcome: 'sale' }],
    ['lost', { outcome: 'lost' }],
    ['admin', { outcome: 'admin' }],
    ['open', { outcome: 'open' }],
    ['stage', { stage: 'paying' }],
    ['zone', { zoneId: year.zoneId }],
    ['price', { price: 5000 }],
    ['no_such_price', { price: 1 }],
    ['hour', { hour: 4 }],
    ['device', { device: 'tablet' }],
    ['extensions', { extensions: 9 }],
    ['seat', { seatId: year.seatId }],
    ['event_admin_hour', { eventId, outcome: 'admin', hour: 4, device: 'tablet' }],
  ];
  for (const cart of cartKinds) filters.push([`carts_${cart}`, { cart }]);
  filters.push(
    ['carts_quick', { within: 0 }],
    ['carts_slow', { within: convertMinutes.length }],
    ['event_carts_lost', { eventId, cart: 'lost' }],
  );
  const pages = filters.flatMap(([name, filter]): Question[] => {
    const wanted = { ...all, ...filter } as RowsFilter;
    return [
      [`rows_${name}`, () => lockRows(ctx, wanted, 200)],
      [`rows_${name}_count`, () => rowsCount(ctx, wanted)],
    ];
  });
  const both: RowsFilter = { ...all, stage: 'paying', device: 'phone' };
  return [
    ...pages,
    ['rows_two_dimensions', () => lockRows(ctx, both, 200)],
    // One by one: it is given up in time, and the page says so.
    ['rows_two_dimensions_count', () => rowsCount(ctx, both)],
  ];
}

export async function p95Ms(ask: () => Promise<unknown>): Promise<number> {
  await ask();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const askedMs = performance.now();
    await ask();
    times.push(performance.now() - askedMs);
  }
  return times.sort((a, b) => a - b)[Math.ceil(runs * 0.95) - 1] as number;
}
