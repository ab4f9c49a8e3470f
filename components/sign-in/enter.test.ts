import { describe, expect, it } from 'vitest';
import { refusalOf } from './enter';

describe('why nobody was let in', () => {
  it('is told by name, with how long to wait where that helps', () => {
    expect(refusalOf('wrong_credentials')).toEqual({ reason: 'wrong_credentials' });
    expect(refusalOf('rate_limited:128')).toEqual({ reason: 'rate_limited', waitSeconds: 128 });
  });

  it.each([null, '', 'Configuration', 'rate_limited', 'rate_limited:x'])(
    'is something to try again later where it is not understood: %j',
    (error) => {
      const { reason, waitSeconds } = refusalOf(error);
      expect([reason, waitSeconds]).toEqual(
        error?.startsWith('rate') ? ['rate_limited', 60] : ['unavailable', undefined],
      );
    },
  );
});
