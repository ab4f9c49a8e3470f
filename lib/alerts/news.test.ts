import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffContext } from '@/lib/context';
import type { TopicListener } from '@/lib/watch/topics';

const said: { listener: TopicListener | null; open: number } = { listener: null, open: 0 };
vi.mock('@/lib/watch/topics', () => ({
  subscribe: async (_tenantId: number, listener: TopicListener) => {
    said.listener = listener;
    return () => {};
  },
}));
vi.mock('./queries', () => ({ alertNews: async () => ({ open: said.open }) }));
const { streamNews } = await import('./news');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('who takes the news late is told how it stands then, and nobody piles them up', async () => {
  const told: string[] = [];
  let behind = 0;
  const sink = {
    write: (bytes: Uint8Array) => void told.push(new TextDecoder().decode(bytes)),
    behind: () => behind,
    end: () => {},
  };
  const stop = await streamNews(
    sink,
    { tenantId: 1, actor: { userId: 'vera' } } as StaffContext,
    async () => true,
  );
  behind = 30;
  said.open = 1;
  said.listener?.('alerts');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toHaveLength(1);
  said.open = 2;
  behind = 0;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.slice(1)).toEqual(['event: alerts\ndata: {"open":2}\n\n']);
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toHaveLength(2);
});

test('one account opens no more of them than tabs', async () => {
  const sink = { write: () => {}, behind: () => 0, end: () => {} };
  const open = () =>
    streamNews(sink, { tenantId: 2, actor: { userId: 'ivo' } } as StaffContext, async () => true);
  const stops = await Promise.all(Array.from({ length: 20 }, open));
  await expect(open()).rejects.toMatchObject({ code: 'overloaded' });
  stops[0]?.();
  stops.push(await open());
  for (const stop of stops) stop();
});
