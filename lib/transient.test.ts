import { describe, expect, test } from 'vitest';
import { DomainError } from './errors';
import { databaseErrorCode, isAway, isRetryable, withRetry } from './transient';

/** As drizzle throws it: the driver's error is the cause. */
const failure = (code: string) =>
  new Error('Failed query', { cause: Object.assign(new Error(code), { code }) });

/** Fails as told, then answers. */
function failing(...errors: Error[]) {
  let attempts = 0;
  return {
    work: async () => {
      const error = errors[attempts++];
      if (error) throw error;
      return 'written';
    },
    attempts: () => attempts,
  };
}
const noJitter = () => 0;

describe('what the database said', () => {
  test('is found beneath the errors that wrap it, and not in our own', () => {
    expect(databaseErrorCode(failure('40001'))).toBe('40001');
    expect(databaseErrorCode(new Error('outer', { cause: failure('23505') }))).toBe('23505');
    expect(databaseErrorCode(new DomainError('unavailable'))).toBeNull();
    expect(databaseErrorCode('no error at all')).toBeNull();
  });

  test('may pass when it is tried again, or means that the database is away, or neither', () => {
    for (const code of ['40001', '40P01', '55P03']) {
      expect(isRetryable(failure(code))).toBe(true);
      expect(isAway(failure(code))).toBe(true);
    }
    for (const code of ['57P01', '57P03', '53300', 'ECONNREFUSED', 'CONNECTION_CLOSED']) {
      expect(isRetryable(failure(code))).toBe(false);
      expect(isAway(failure(code))).toBe(true);
    }
    expect(isAway(failure('23514'))).toBe(false);
    expect(isAway(failure('23505'))).toBe(false);
  });

  test('of a second claim on a seat is worth another look; of any other duplicate it is not', () => {
    const duplicate = (constraint_name: string) =>
      new Error('Failed query', {
        cause: Object.assign(new Error('duplicate'), { code: '23505', constraint_name }),
      });
    expect(isRetryable(duplicate('one_claim_per_seat'))).toBe(true);
    expect(isRetryable(duplicate('orders_number'))).toBe(false);
  });
});

describe('a transaction that may fail for a moment', () => {
  test.each(['40001', '40P01', '55P03'])('is tried again after %s, and succeeds', async (code) => {
    const { work, attempts } = failing(failure(code), failure(code), failure(code));
    expect(await withRetry(work, noJitter)).toBe('written');
    expect(attempts()).toBe(4);
  });

  test('is given up after three more tries, as unavailable', async () => {
    const { work, attempts } = failing(...Array.from({ length: 9 }, () => failure('40P01')));
    await expect(withRetry(work, noJitter)).rejects.toMatchObject({
      code: 'unavailable',
      cause: { cause: { code: '40P01' } },
    });
    expect(attempts()).toBe(4);
  });

  test('is not tried again when the database is away: that is said at once', async () => {
    const { work, attempts } = failing(failure('ECONNREFUSED'));
    await expect(withRetry(work)).rejects.toMatchObject({ code: 'unavailable' });
    expect(attempts()).toBe(1);
  });

  test('is not tried again for an answer of ours or a defect: that is thrown as it is', async () => {
    for (const error of [new DomainError('items_unavailable'), failure('23514')]) {
      const { work, attempts } = failing(error);
      await expect(withRetry(work)).rejects.toBe(error);
      expect(attempts()).toBe(1);
    }
  });
});
