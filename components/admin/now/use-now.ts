'use client';

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { Feed, type FeedState } from './feed';
import type { NowStore, State } from './now-store';

const secondMs = 1_000;

const StoreContext = createContext<NowStore | null>(null);
export const StoreProvider = StoreContext.Provider;

export function useStore(): NowStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The live locks are outside of their provider.');
  return store;
}

export function useNow(): State {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}

/** A part of it that stays the same while others change: who uses it is then not drawn anew. */
export function useNowPart<Part>(pick: (state: State) => Part): Part {
  const store = useStore();
  const read = () => pick(store.read());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** How the connection is, and whether anything came by it yet. */
type Fed = { state: FeedState; seen: boolean };

/** Keeps the store fed while the page is open. */
export function useFeed(store: NowStore, tenant: string): Fed {
  const [fed, setFed] = useState<Fed>({ state: 'connecting', seen: false });
  useEffect(() => {
    const feed = new Feed(`/api/admin/${tenant}/live`, {
      snapshot: (told) => store.snapshot(told),
      delta: (told) => store.delta(told),
      turned: (state) => setFed(({ seen }) => ({ state, seen: seen || state === 'live' })),
    });
    feed.open();
    const second = setInterval(() => store.passTime(), secondMs);
    return () => {
      feed.close();
      clearInterval(second);
    };
  }, [store, tenant]);
  return fed;
}

/** Draws anew each second; for what is in sight only. @returns the server's clock, in ms since 1970. */
export function useServerSecond(): number {
  const store = useStore();
  const second = useSyncExternalStore(
    everySecond,
    () => Math.floor(store.nowMs() / secondMs),
    () => 0,
  );
  return second * secondMs;
}

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all that count. */
function everySecond(listener: () => void): () => void {
  waiting.add(listener);
  timer ??= setInterval(() => {
    for (const each of waiting) each();
  }, secondMs / 4);
  return () => {
    waiting.delete(listener);
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
