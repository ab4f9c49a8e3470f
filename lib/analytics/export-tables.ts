import type { StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import type { CsvCell } from './csv';
import { lossTable } from './export-losses';
import { csvText, exportWords, type File, type Wanted } from './export-words';
import { periodBefore } from './policy';
import { byDay, byReason, cartsBack, conversion, funnel, lossBy, worstSeats } from './queries';
import { type CsvTable, convertMinutes, type Dimension, type RowsFilter } from './schema';

type Words = ReturnType<typeof exportWords>;
type Asked = { ctx: StaffContext; filter: RowsFilter; before: RowsFilter; words: Words };

const seatsMax = 5_000;

/** One of the page's tables, with the period before beside it where the page has it. */
export async function exportTable(
  ctx: StaffContext,
  table: Exclude<CsvTable, 'locks'>,
  { from, to, eventId }: RowsFilter,
  wanted: Wanted,
): Promise<File> {
  const filter = { from, to, eventId };
  const words = exportWords(wanted, filter);
  const before = { ...periodBefore(filter), eventId };
  const asked = { ctx, filter, before, words };
  const [title, rows] = await tables[table](asked);
  return { name: words.name(title), body: csvText(rows, wanted.locale) };
}

type Made = Promise<[title: string, rows: CsvCell[][]]>;

const tables: Record<Exclude<CsvTable, 'locks'>, (asked: Asked) => Made> = {
  async funnel({ ctx, filter, before, words: { t } }) {
    const [now, former] = await Promise.all([funnel(ctx, filter), funnel(ctx, before)]);
    const steps = ['viewed', 'locked', 'checkout', 'paying', 'sold'] as const;
    const head = [t('keys.step'), t('keys.now'), t('keys.before')];
    const rows = steps.map((step) => [t(`funnel.steps.${step}`), now[step], former[step]]);
    return [t('funnel.title'), [head, ...rows]];
  },

  async conversion({ ctx, filter, before, words: { t, money, inMoney } }) {
    const [now, former] = await Promise.all([conversion(ctx, filter), conversion(ctx, before)]);
    const states = ['made', 'sold', 'lost', 'open'] as const;
    const head = [
      t('conversion.measure'),
      ...states.map((state) => t(`conversion.${state}`)),
      ...states.map((state) => `${t(`conversion.${state}`)} (${t('keys.before')})`),
    ];
    const rows = (['carts', 'locks', 'units', 'value'] as const).map((measure) => {
      const write = measure === 'value' ? money : (figure: number) => figure;
      const name = t(`conversion.${measure}`);
      return [
        measure === 'value' ? inMoney(name) : name,
        ...[now, former].flatMap((of) => states.map((state) => write(of[measure][state]))),
      ];
    });
    return [t('conversion.title'), [head, ...rows]];
  },

  async days({ ctx, filter, words: { t, money, inMoney } }) {
    const counts = ['locks', 'sold', 'lost', 'open', 'carts', 'cartsSold'] as const;
    const values = ['value', 'valueSold'] as const;
    const head = [
      t('days.day'),
      ...counts.map((name) => t(`days.columns.${name}`)),
      ...values.map((name) => inMoney(t(`days.columns.${name}`))),
    ];
    const rows = (await byDay(ctx, filter)).map((day) => [
      day.day,
      ...counts.map((name) => day[name]),
      ...values.map((name) => money(day[name])),
    ]);
    return [t('days.heading'), [head, ...rows]];
  },

  async reasons({ ctx, filter, before, words: { t, money, inMoney } }) {
    const [now, former] = await Promise.all([byReason(ctx, filter), byReason(ctx, before)]);
    const value = inMoney(t('loss.value'));
    const head = [
      t('loss.reason'),
      value,
      t('loss.lost'),
      t('loss.units'),
      `${value} (${t('keys.before')})`,
    ];
    const rows = (['timeout', 'buyer', 'tab_closed', 'admin'] as const).map((reason) => [
      t(`keys.outcome.${reason}`),
      money(now[reason].value),
      now[reason].locks,
      now[reason].units,
      money(former[reason].value),
    ]);
    return [t('loss.byReason'), [head, ...rows]];
  },

  stage: losses('stage'),
  zone: losses('zone'),
  price: losses('price'),
  hour: losses('hour'),
  device: losses('device'),
  extensions: losses('extensions'),

  async time({ ctx, filter, before, words: { t } }) {
    const both = await Promise.all([conversion(ctx, filter), conversion(ctx, before)]);
    const [now, former] = both.map(({ timeToConvert }) => timeToConvert.within);
    const head = [t('time.from'), t('time.to'), t('time.carts'), t('time.before')];
    const rows = (now ?? []).map((carts, i) => [
      convertMinutes[i - 1] ?? 0,
      convertMinutes[i] ?? null,
      carts,
      former?.[i] ?? 0,
    ]);
    return [t('time.title'), [head, ...rows]];
  },

  async back({ ctx, filter, before, words: { t } }) {
    const [now, former] = await Promise.all([cartsBack(ctx, filter), cartsBack(ctx, before)]);
    const head = [t('back.title'), t('keys.now'), t('keys.before')];
    const rows = (['back', 'backSold'] as const).map((name) => [
      t(`back.${name}`),
      now[name],
      former[name],
    ]);
    return [t('back.title'), [head, ...rows]];
  },

  async seats({ ctx, filter, words: { t, locks } }) {
    const { eventId } = filter;
    if (!eventId) {
      const errors = [{ path: 'event', message: 'Name the event whose seats are meant.' }];
      throw new DomainError('invalid_request', { errors });
    }
    const seats = await worstSeats(ctx, { ...filter, eventId }, seatsMax);
    const head = [
      t('seats.zone'),
      locks('row'),
      locks('seatOnly'),
      t('seats.abandoned'),
      t('seats.locks'),
      t('conversion.sold'),
    ];
    const rows = seats.map((s) => [s.zoneName, s.row, s.seat, s.abandoned, s.locks, s.sold]);
    return [t('seats.title'), [head, ...rows]];
  },
};

function losses(of: Dimension) {
  return async ({ ctx, filter, words }: Asked): Made => [
    words.t(`loss.titles.${of}`),
    lossTable(of, await lossBy(ctx, filter, of), words),
  ];
}
