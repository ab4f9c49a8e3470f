import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamSink } from './event-stream';
import { LiveFeed } from './live';

/** A connection whose server is played by the test. */
class FakeConnection {
  closed = false;
  constructor(private readonly sink: StreamSink) {}
  say(type: string, data: unknown): void {
    this.sink.heard();
    this.sink.message(type, JSON.stringify(data));
  }
  comment(): void {
    this.sink.heard();
  }
  break(status: number | null = null): void {
    this.sink.ended(status);
  }
}

function aFeed() {
  const sources: FakeConnection[] = [];
  const heard: unknown[] = [];
  const feed = new LiveFeed(
    '/live',
    {
      snapshot: ({ version }) => heard.push(`snapshot ${version}`),
      delta: ({ version }) => heard.push(`delta ${version}`),
      returns: (returns) => heard.push([...returns]),
      cart: () => {},
      turned: (state) => heard.push(state),
    },
    {
      open: (_url, sink) => {
        const source = new FakeConnection(sink);
        sources.push(source);
        return () => {
          source.closed = true;
        };
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

  it('tells by the page’s own clock when held places could come back, whatever the device’s says', () => {
    const { feed, last, heard } = aFeed();
    feed.open();
    const serverMs = Date.parse('2031-05-01T20:00:00.000Z');
    vi.advanceTimersByTime(7_000);
    const at = performance.now();
    last().say('snapshot', { version: 1, serverTime: new Date(serverMs).toISOString() });
    vi.advanceTimersByTime(30_000);
    last().say('returns', [[4, serverMs + 240_000]]);
    expect(heard.at(-1)).toEqual([[4, at + 240_000]]);
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
    expect(sources.length).toBeGreaterThanOrEqual(21);
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

describe('a connection that says nothing', () => {
  it('is kept while the server’s sign of life comes, and left when two are missing', () => {
    const { feed, sources, last, heard } = aFeed();
    feed.open();
    last().say('snapshot', { version: 1 });
    for (let beat = 0; beat < 8; beat++) {
      vi.advanceTimersByTime(15_000);
      last().comment();
    }
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(41_000);
    expect(heard).toEqual(['snapshot 1', 'live', 'broken']);
    expect(sources[0]?.closed).toBe(true);
    expect(sources).toHaveLength(2);
  });

  it('not even at first is left sooner, and tried again', () => {
    const { feed, sources, heard } = aFeed();
    feed.open();
    vi.advanceTimersByTime(16_000);
    expect(heard).toEqual(['broken']);
    expect(sources).toHaveLength(2);
  });

  it('because the device slept is left at once on waking', () => {
    const { feed, sources, last, heard } = aFeed();
    feed.open();
    last().say('snapshot', { version: 1 });
    // Timers and the steady clock stood still, the wall clock went on.
    vi.setSystemTime(Date.now() + 600_000);
    vi.advanceTimersByTime(6_000);
    expect(heard.at(-1)).toBe('broken');
    expect(sources).toHaveLength(2);
  });

  it('is not listened for once it is closed', () => {
    const { feed, last, heard } = aFeed();
    feed.open();
    last().say('snapshot', { version: 1 });
    feed.close();
    vi.advanceTimersByTime(120_000);
    expect(heard).toEqual(['snapshot 1', 'live']);
  });
});

describe('an event that is not found', () => {
  it('is gone, is looked for now and then, and is live again when it is published anew', () => {
    const { feed, sources, last, heard } = aFeed();
    feed.open();
    last().say('snapshot', { version: 1 });
    last().break();
    vi.advanceTimersByTime(1_000);
    last().break(404);
    expect(heard.at(-1)).toBe('gone');
    vi.advanceTimersByTime(29_000);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    last().say('snapshot', { version: 2 });
    expect(heard.at(-1)).toBe('live');
  });
});
