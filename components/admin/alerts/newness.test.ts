import { describe, expect, it } from 'vitest';
import type { AlertNews } from '@/lib/alerts/schema';
import { isNewer } from './newness';

const at = (id: string, raisedAt: string): AlertNews => ({
  open: 1,
  newest: { id, kind: 'spike', raisedAt },
});
const nothing: AlertNews = { open: 0, newest: null };

describe('an alert is announced', () => {
  it('when it was raised after all that were known', () => {
    expect(isNewer(nothing, at('a', '2026-01-01T10:00:00Z'))).toBe(true);
    expect(isNewer(at('a', '2026-01-01T10:00:00Z'), at('b', '2026-01-01T10:05:00Z'))).toBe(true);
  });

  it('once', () => {
    expect(isNewer(at('a', '2026-01-01T10:00:00Z'), at('a', '2026-01-01T10:00:00Z'))).toBe(false);
  });

  it('not when an older one is the newest again, because the newer was dealt with', () => {
    expect(isNewer(at('b', '2026-01-01T10:05:00Z'), at('a', '2026-01-01T10:00:00Z'))).toBe(false);
    expect(isNewer(at('b', '2026-01-01T10:05:00Z'), nothing)).toBe(false);
  });
});
