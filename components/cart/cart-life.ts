import { QueryObserver } from '@tanstack/react-query';
import { watchAttention } from './attention';
import type { Cart } from './cart';
import { watchDeadlines } from './cart-deadlines';
import type { CartState } from './cart-state';
import { shouldGiveBack } from './last-tab';
import { recallCart, rememberCart } from './memory';
import { queryClient } from './query-client';
import { tabs } from './tabs';

const heartbeatMs = 20_000;
const closelyMs = 5_000;
/** While the server does not answer. */
const retryMs = 4_000;

/**
 * Keeps a cart alive for as long as the document lives: asks the server now, on each return to the
 * page and while something is held; extends before the time is over; tells the other tabs; gives
 * the cart back when the last tab goes.
 */
export function keepAlive(cart: Cart): void {
  watchAttention();
  tabs.start();
  cart.recall(recallCart(cart.tenant));
  const refetch = watchStatus(cart);
  watchDeadlines(cart, refetch);
  shareWithTabs(cart, refetch);
  watchLeaving(cart, refetch);
}

/** The heartbeat also heals a good-bye that overtook a reload. */
function watchStatus(cart: Cart): () => void {
  const client = queryClient();
  const queryKey = ['cart', cart.tenant];
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => cart.refresh(),
    staleTime: 0,
    refetchInterval: () => (cart.state.reachable ? heartbeatOf(cart) : retryMs),
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    networkMode: 'always',
  });
  observer.subscribe(() => {});
  const keep = ({ seen, lapsed, unsent }: CartState) => {
    client.setQueryData(queryKey, seen);
    rememberCart(cart.tenant, { locks: seen.status.locks, lapsed, unsent });
  };
  let known = cart.state;
  keep(known);
  cart.changes.on((state) => {
    const before = known;
    known = state;
    const kept = ['seen', 'lapsed', 'unsent', 'reachable'] as const;
    // Writing the cache also starts the next heartbeat, or the retries.
    if (kept.some((fact) => state[fact] !== before[fact])) keep(state);
  });
  const refetch = () => void observer.refetch({ cancelRefetch: false });
  window.addEventListener('offline', refetch);
  return refetch;
}

function heartbeatOf(cart: Cart): number | false {
  if (cart.state.seen.status.locks.length === 0) return false;
  return cart.closely ? closelyMs : heartbeatMs;
}

function shareWithTabs(cart: Cart, refetch: () => void): void {
  const tell = () => tabs.tell({ kind: 'changed', tenant: cart.tenant });
  cart.written.on(tell);
  // Written while this code was on its way.
  if (cart.state.seen.status.locks.length > 0) tell();
  tabs.listen((news) => {
    if (news.kind === 'changed' && news.tenant === cart.tenant) refetch();
    // The tab that left may have given the cart back in the belief that it was the last.
    if (news.kind === 'bye' && cart.state.seen.status.locks.length > 0) refetch();
  });
}

/** Never `unload` and never `visibilitychange`: a hidden page is not a page that was left. */
function watchLeaving(cart: Cart, refetch: () => void): void {
  window.addEventListener('pagehide', () => {
    const holds = cart.state.seen.status.locks.length > 0;
    const { leavingToPay } = cart;
    if (shouldGiveBack({ openTabs: tabs.open, holds, leavingToPay })) cart.wire.giveBack();
    tabs.tell({ kind: 'bye' });
  });
  window.addEventListener('pageshow', (event) => {
    cart.leavingToPay = false;
    if (event.persisted) refetch();
  });
  document.addEventListener('resume', refetch);
}
