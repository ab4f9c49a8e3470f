import { expect, test } from 'vitest';
import { auditQuerySchema, ignoredFilters } from './schema';

test('a filter of the log that cannot be is told apart from one that is not set', () => {
  const ignored = (asked: Record<string, string>) =>
    ignoredFilters(asked, auditQuerySchema.parse(asked));
  expect(ignored({ day: '2026-02-30', who: 'Ana' })).toEqual(['who', 'day']);
  expect(ignored({ day: '1999-12-31', action: 'nothing' })).toEqual(['action', 'day']);
  expect(ignored({ day: '2026-11-24', action: 'locks.released', who: '' })).toEqual([]);
});
