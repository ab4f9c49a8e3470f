import { describe, expect, it } from 'vitest';
import { csvRow, decimalOf, fileNameOf } from './csv';

describe('a row of CSV', () => {
  it.each([
    [['Platea', 3, null], 'Platea,3,\r\n'],
    [['Palco, izquierda', 'dijo "no"'], '"Palco, izquierda","dijo ""no"""\r\n'],
    [['dos\nlíneas', 'y\r\notras'], '"dos\nlíneas","y\r\notras"\r\n'],
  ])('quotes what needs it: %j', (cells, text) => {
    expect(csvRow(cells, 'en')).toBe(text);
  });

  it('has semicolons and decimal commas in Spanish, whose spreadsheets read no others', () => {
    const cells = ['Palco, izquierda', 'a;b', 45.5, 900, null];
    expect(csvRow(cells, 'es')).toBe('"Palco, izquierda";"a;b";45,5;900;\r\n');
    expect(csvRow(cells, 'en')).toBe('"Palco, izquierda","a;b",45.5,900,\r\n');
  });

  it.each(['=1+1', '+34 600', '-2', '@SUM(A1)', '\tx', '\rx'])('makes no formula of %j', (cell) => {
    for (const locale of ['es', 'en'] as const) {
      expect(csvRow([cell], locale).replace(/^"/, '')).toMatch(/^'/);
    }
  });

  it('leaves a negative figure a figure', () => {
    expect(csvRow([-12.5], 'en')).toBe('-12.5\r\n');
    expect(csvRow([-12.5], 'es')).toBe('-12,5\r\n');
  });

  it('quotes a formula that has a comma, too', () => {
    expect(csvRow(['=HYPERLINK("x","y")'], 'en')).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
  });
});

describe('money in a spreadsheet', () => {
  it.each([
    [4550, 'EUR', 45.5],
    [4501, 'EUR', 45.01],
    [900, 'JPY', 900],
    [12_345, 'KWD', 12.345],
  ])('%i of %s is %d', (amount, currency, figure) => {
    expect(decimalOf({ amount, currency })).toBe(figure);
  });
});

describe('the name of a file', () => {
  it('says what it holds, in letters that every system has', () => {
    expect(fileNameOf('teatro-aurora', 'Por función', '2026-11-01', '2026-11-24')).toBe(
      'teatro-aurora_por-funcion_2026-11-01_2026-11-24.csv',
    );
    expect(fileNameOf('../..', 'a"b\r\nx')).toBe('a-b-x.csv');
  });
});
