import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';

describe('what a change changed', () => {
  it('is told field by field, with what came and what went', () => {
    expect(differencesOf({ role: 'scanner', mail: true }, { role: 'manager', minutes: 5 })).toEqual(
      [
        { field: 'role', before: 'scanner', after: 'manager' },
        { field: 'mail', before: true, after: undefined },
        { field: 'minutes', before: undefined, after: 5 },
      ],
    );
    expect(differencesOf(null, null)).toEqual([]);
  });

  it('leaves out ids, which say nothing to people', () => {
    expect(differencesOf(null, { lockIds: ['x'], alertId: 'y', id: 'z', idle: 1 })).toEqual([
      { field: 'idle', before: undefined, after: 1 },
    ]);
  });
});
