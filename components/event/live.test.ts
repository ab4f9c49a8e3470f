import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveFeed } from './live';

/** A connection whose server is played by the test. */
class FakeSource extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  break(): void {
    this.dispatchEvent(new Event('error'));
  }
}

function aFeed() {
  const sources: FakeSource[] = [];
  const heard: unknown[] = [];
  const feed = new LiveFeed(
    '/live',
    {
      snapshot: ({ version }) => heard.push(`snapshot ${version}`),
      delta: ({ version }) => heard.push(`delta ${version}`),
      live: (live) => heard.push(live ? 'live' : 'broken'),
    },
    {
      open: () => {
        const source = new FakeSource();
        sources.push(source);
        return source as unknown as EventSource;
      },
      random: () => 1,
    },
  );
  return { feed, sources, heard, last: () => sources[sources.length - 1]! };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the live feed', () => {
  it('begins anew when the server is back, unless it did already', () => {
    const { feed, sources, last } = aFeed();
    feed.renew(0);
    expect(sources).toHaveLength(0);
    feed.open();
    last().say('snapshot', { version: 1 });
    vi.advanceTimersByTime(5_000);
    const lostAt = performance.now();
    vi.advanceTimersByTime(5_000);
    feed.renew(lostAt);
    expect(sources).toHaveLength(2);
    expect(sources[0]?.closed).toBe(true);
    last().say('snapshot', { version: 2 });
    feed.renew(lostAt);
    expect(sources).toHaveLength(2);
    last().break();
    feed.renew(performance.now());
    expect(sources).toHaveLength(3);
  });

  it('passes on the snapshot and what follows', () => {
    const { feed, last, heard } = aFeed();
    feed.open();
    last().say('snapshot', { version: 3 });
    last().say('delta', { version: 4 });
    expect(heard).toEqual(['snapshot 3', 'live', 'delta 4']);
  });

  it('tries again ever later, and from the start once it delivered', () => {
    const { feed, sources, last } = aFeed();
    feed.open();
    for (const waitMs of [1_000, 2_000, 4_000]) {
      const before = sources.length;
      last().break();
      vi.advanceTimersByTime(waitMs - 1);
      expect(sources).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sources).toHaveLength(before + 1);
    }
    last().say('snapshot', { version: 1 });
    const before = sources.length;
    last().break();
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(before + 1);
  });

  it('never waits longer than half a minute', () => {
    const { feed, sources, last } = aFeed();
    feed.open();
    for (let failure = 0; failure < 20; failure++) {
      last().break();
      vi.advanceTimersByTime(30_000);
    }
    expect(sources).toHaveLength(21);
  });

  it('opens one connection, and none after it was closed', () => {
    const { feed, sources, last } = aFeed();
    feed.open();
    feed.open();
    expect(sources).toHaveLength(1);
    last().break();
    feed.close();
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(1);
    expect(sources[0]?.closed).toBe(true);
  });
});
