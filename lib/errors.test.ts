import { expect, it, vi } from 'vitest';
import { DomainError } from './errors';

it('an error is known for what it is in every copy of the product that the bundler makes', async () => {
  vi.resetModules();
  const copy = await import('./errors');
  expect(copy.DomainError).not.toBe(DomainError);
  expect(new copy.DomainError('overloaded')).toBeInstanceOf(DomainError);
  expect(new DomainError('overloaded')).toBeInstanceOf(copy.DomainError);
  expect(new Error('overloaded')).not.toBeInstanceOf(DomainError);
  expect({ name: 'DomainError' }).not.toBeInstanceOf(DomainError);
});
