import { expect, it } from 'vitest';
import { passwordFaults } from './password-faults';

const old = 'telón de terciopelo';

it('a new password is as long as a first one has to be, and is another', () => {
  expect(passwordFaults({ current: old, next: 'bambalina' })).toEqual({});
  expect(passwordFaults({ current: old, next: 'telón' })).toEqual({ next: 'short' });
  expect(passwordFaults({ current: old, next: old })).toEqual({ next: 'same' });
});

it('both passwords have to be written, the present one however short it is', () => {
  expect(passwordFaults({ current: '', next: '' })).toEqual({
    current: 'currentMissing',
    next: 'nextMissing',
  });
  expect(passwordFaults({ current: 'x', next: 'bambalina' })).toEqual({});
});
