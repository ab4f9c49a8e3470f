import type { CsvCell } from './csv';
import type { exportWords } from './export-words';
import { type Dimension, type LossRow, outcomes } from './schema';

type Words = ReturnType<typeof exportWords>;

/** A dimension's keys, with locks, places and value of everything that became of them. */
export function lossTable(of: Dimension, rows: LossRow[], words: Words): CsvCell[][] {
  const { t, money, inMoney, key } = words;
  const name = (outcome: (typeof outcomes)[number]) => t(`keys.outcome.${outcome}`);
  const head = [
    of === 'price' ? inMoney(t('loss.by.price')) : t(`loss.by.${of}`),
    ...outcomes.map((outcome) => `${t('conversion.locks')}: ${name(outcome)}`),
    ...outcomes.map((outcome) => `${t('conversion.units')}: ${name(outcome)}`),
    ...outcomes.map((outcome) => inMoney(`${t('conversion.value')}: ${name(outcome)}`)),
  ];
  const numeric = of === 'hour' || of === 'extensions' || of === 'price';
  const sorted = numeric ? rows.toSorted((a, b) => Number(a.key) - Number(b.key)) : rows;
  return [
    head,
    ...sorted.map((row) => [
      key(of, row.key),
      ...outcomes.map((outcome) => row[outcome].locks),
      ...outcomes.map((outcome) => row[outcome].units),
      ...outcomes.map((outcome) => money(row[outcome].value)),
    ]),
  ];
}
