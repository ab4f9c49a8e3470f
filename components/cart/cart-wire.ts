import type { ActionResult } from '@/lib/http/problem';
import {
  extendLocksAction,
  lockBestAction,
  lockItemsAction,
  releaseLocksAction,
  swapLocksAction,
} from '@/lib/locks/actions';
import type {
  Best,
  BestInput,
  Extended,
  ExtendInput,
  Locked,
  LockInput,
  LockStatus,
  Released,
  ReleaseInput,
  SwapInput,
  Swapped,
} from '@/lib/locks/schema';

/** How a cart reaches the server. Null: no answer came. */
export type CartWire = {
  status(): Promise<LockStatus | null>;
  lock(input: LockInput): Promise<ActionResult<Locked> | null>;
  release(input: ReleaseInput): Promise<ActionResult<Released> | null>;
  extend(input: ExtendInput): Promise<ActionResult<Extended> | null>;
  best(input: BestInput): Promise<ActionResult<Best> | null>;
  swap(input: SwapInput): Promise<ActionResult<Swapped> | null>;
  /** Gives the cart back softly while the page goes away; nobody waits for an answer. */
  giveBack(): void;
};

/** A network that swallows everything would keep a look waiting for ever. */
const lookMaxMs = 8_000;

/** Changes go through server actions; looking, and leaving, through REST. */
export function cartWire(tenant: string): CartWire {
  const query = `?tenant=${encodeURIComponent(tenant)}`;
  return {
    status: () => fetchStatus(`/sales/cart/lock/status${query}`),
    lock: (input) => orNull(lockItemsAction(tenant, input)),
    release: (input) => orNull(releaseLocksAction(tenant, input)),
    extend: (input) => orNull(extendLocksAction(tenant, input)),
    best: (input) => orNull(lockBestAction(tenant, input)),
    swap: (input) => orNull(swapLocksAction(tenant, input)),
    giveBack: () => {
      navigator.sendBeacon(`/sales/cart/lock/release${query}`);
    },
  };
}

async function fetchStatus(url: string): Promise<LockStatus | null> {
  const signal = AbortSignal.timeout(lookMaxMs);
  const response = await orNull(fetch(url, { cache: 'no-store', signal }));
  if (!response?.ok) return null;
  // Written by its schema: a page left open takes a newer server's answer as well.
  return orNull(response.json() as Promise<LockStatus>);
}

/** A request that found no server, and an answer cut short, are told alike: nothing was heard. */
function orNull<T>(request: Promise<T>): Promise<T | null> {
  return request.catch(() => null);
}
