import { describe, expect, it, vi } from 'vitest';
import type { releaseLocksAction } from '@/lib/locks/staff-actions';
import { reasonOf } from './reason';
import { rowOf } from './row';
import { sendRelease } from './send-release';
import { lock } from './testing';

vi.mock('@/lib/locks/staff-actions', () => ({ releaseLocksAction: vi.fn() }));

type Send = typeof releaseLocksAction;
const words = (choice: string) => `[${choice}]`;

describe('why locks are released', () => {
  it('is always said; another reason than those on offer in words', () => {
    expect(reasonOf(null, 'because', words)).toEqual({ problem: 'chooseReason' });
    expect(reasonOf('other', '  ', words)).toEqual({ problem: 'writeReason' });
    expect(reasonOf('other', ' a test ', words)).toEqual({ reason: 'a test' });
    expect(reasonOf('house', '', words)).toEqual({ reason: '[house]' });
    expect(reasonOf('house', 'press', words)).toEqual({ reason: '[house]: press' });
    expect(reasonOf('other', 'x'.repeat(300), words)).toEqual({ reason: 'x'.repeat(200) });
  });
});

describe('a release', () => {
  it('of more than a call takes goes in several, and tells of each lock', async () => {
    const rows = Array.from({ length: 5_001 }, () => rowOf(lock()));
    const sizes: number[] = [];
    const send: Send = async (_slug, input) => {
      const ids = 'lockIds' in input ? input.lockIds : [];
      sizes.push(ids.length);
      return { ok: true, data: { released: ids.slice(1), notFound: ids.slice(0, 1), paying: [] } };
    };
    const outcome = await sendRelease('casa', { kind: 'locks', rows }, 'why', send);
    expect(sizes).toEqual([5_000, 1]);
    expect([outcome.released.length, outcome.ended.length]).toEqual([4_999, 2]);
  });

  it('of a session names a lock of it, never more', async () => {
    const rows = [rowOf(lock()), rowOf(lock())];
    const send = vi.fn<Send>(async () => ({
      ok: true,
      data: { released: [], notFound: [], paying: [] },
    }));
    await sendRelease('casa', { kind: 'session', session: 'AAAAAA', rows }, 'why', send);
    expect(send.mock.calls).toEqual([['casa', { sessionOf: rows[0]?.id, reason: 'why' }]]);
  });

  it('that was not answered says so, and what was done before it stays told', async () => {
    const rows = Array.from({ length: 5_001 }, () => rowOf(lock()));
    const send = vi
      .fn<Send>()
      .mockResolvedValueOnce({ ok: true, data: { released: ['one'], notFound: [], paying: [] } })
      .mockRejectedValueOnce(new TypeError('network'));
    const outcome = await sendRelease('casa', { kind: 'locks', rows }, 'why', send);
    expect(outcome).toEqual({ released: ['one'], ended: [], paying: [], problem: 'unreachable' });
  });
});
