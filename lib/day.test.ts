import { describe, expect, it } from 'vitest';
import { csvQuerySchema, rowsFilterSchema } from './analytics/schema';
import { auditQuerySchema } from './audit/schema';

const strange = ['0000-01-01', '1999-12-31', '9999-12-31', '10000-01-01', '-1', '-0001-01-01'];
const today = '2026-11-24';

describe.each(strange)('the day %s', (day) => {
  it('is refused by what answers programs', () => {
    const table = { table: 'days', from: day, to: day };
    expect(csvQuerySchema.safeParse(table).success).toBe(false);
    expect(rowsFilterSchema.safeParse({ from: day, to: today }).success).toBe(false);
    expect(rowsFilterSchema.safeParse({ from: today, to: day }).success).toBe(false);
  });

  it('counts as not said in the address of the log', () => {
    expect(auditQuerySchema.parse({ day, action: 'settings.changed' })).toEqual({
      action: 'settings.changed',
    });
  });
});

it('the days of this century and the next are taken', () => {
  for (const day of ['2000-01-01', today, '2199-12-31']) {
    expect(csvQuerySchema.safeParse({ table: 'days', from: day, to: day }).success).toBe(true);
    expect(auditQuerySchema.parse({ day })).toEqual({ day });
  }
});
