import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onNews, openNews } from './news';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const show = (visibilityState: 'visible' | 'hidden') => {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
};
const open = () => Stream.all.filter(({ readyState }) => readyState !== Stream.CLOSED);

beforeEach(() => {
  Stream.all = [];
  page.visibilityState = 'visible';
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('document', page);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a tab keeps a stream of news open only while it is looked at', () => {
  const leave = openNews('aurora');
  expect(open().map(({ url }) => url)).toEqual(['/api/admin/aurora/news']);
  show('hidden');
  expect(open()).toEqual([]);
  show('visible');
  expect(open()).toHaveLength(1);
  leave();
  expect(open()).toEqual([]);
  show('visible');
  expect(open()).toEqual([]);
});

it('a tab that is opened out of sight asks for no news until it is looked at', () => {
  page.visibilityState = 'hidden';
  const leave = openNews('aurora');
  expect(Stream.all).toEqual([]);
  show('visible');
  expect(open()).toHaveLength(1);
  leave();
});

it('a refused stream is asked for again, but not from a tab that is out of sight by then', () => {
  const leave = openNews('aurora');
  const refuse = () => {
    open()[0]!.close();
    Stream.all.at(-1)!.dispatchEvent(new Event('error'));
  };
  refuse();
  vi.runAllTimers();
  expect(open()).toHaveLength(1);
  refuse();
  show('hidden');
  vi.runAllTimers();
  expect(open()).toEqual([]);
  leave();
});

it('what a stream brings is heard by all who listen, and nonsense by nobody', () => {
  const heard: number[] = [];
  const unlisten = onNews((news) => heard.push(news.open));
  const leave = openNews('aurora');
  const bring = (data: object) =>
    open()[0]!.dispatchEvent(new MessageEvent('alerts', { data: JSON.stringify(data) }));
  bring({ open: 2, newest: null });
  bring({ open: 'many' });
  unlisten();
  bring({ open: 3, newest: null });
  expect(heard).toEqual([2]);
  leave();
});
