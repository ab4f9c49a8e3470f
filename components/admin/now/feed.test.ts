import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamSink } from '@/components/event/event-stream';
import { Feed, type FeedState } from './feed';
import { deltaOf, snapshotOf } from './testing';

let streams: { sink: StreamSink; closed: boolean }[];
let states: FeedState[];
let told: string[];
let feed: Feed;

beforeEach(() => {
  vi.useFakeTimers();
  [streams, states, told] = [[], [], []];
  const sink = {
    snapshot: () => told.push('snapshot'),
    delta: () => told.push('delta'),
    turned: (state: FeedState) => states.push(state),
  };
  const open = (_url: string, stream: StreamSink) => {
    const opened = { sink: stream, closed: false };
    streams.push(opened);
    return () => {
      opened.closed = true;
    };
  };
  feed = new Feed('/live', sink, { open, random: () => 1 });
  feed.open();
});
afterEach(() => {
  feed.close();
  vi.useRealTimers();
});

const last = () => streams.at(-1)!;
const say = (event: string, data: object) => last().sink.message(event, JSON.stringify(data));

describe('the feed of live locks', () => {
  it('tells what it hears, and that the database is away', () => {
    say('snapshot', snapshotOf([]));
    say('delta', deltaOf({}));
    say('away', {});
    say('snapshot', snapshotOf([]));
    expect(told).toEqual(['snapshot', 'delta', 'snapshot']);
    expect(states).toEqual(['live', 'waiting', 'live']);
  });

  it('comes again after a break, ever later, until it is heard', () => {
    last().sink.ended(null);
    vi.advanceTimersByTime(500);
    expect(streams).toHaveLength(2);
    last().sink.ended(503);
    vi.advanceTimersByTime(999);
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(streams).toHaveLength(3);
    expect(states).toEqual(['broken', 'waiting']);
    say('snapshot', snapshotOf([]));
    expect(states.at(-1)).toBe('live');
  });

  it('takes a silence of more than two signs of life for a break', () => {
    say('snapshot', snapshotOf([]));
    vi.advanceTimersByTime(30_000);
    last().sink.heard();
    vi.advanceTimersByTime(30_000);
    expect(states).toEqual(['live']);
    vi.advanceTimersByTime(11_000);
    expect(states).toEqual(['live', 'broken']);
    expect(streams[0]?.closed).toBe(true);
  });

  it('does not come again where it was refused', () => {
    last().sink.ended(401);
    vi.advanceTimersByTime(600_000);
    expect(streams).toHaveLength(1);
    expect(states).toEqual(['refused']);
  });
});
