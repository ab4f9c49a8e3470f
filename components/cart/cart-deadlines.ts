import { sinceInputMs } from './attention';
import { shouldAutoExtend } from './auto-extend';
import type { Cart } from './cart';
import { remainingAt } from './countdown';

/** Asked this long after a deadline, the server has seen it pass as well. */
const pastDeadlineMs = 250;

/** Wakes at the warning, where the cart may extend itself, and just after the first deadline. */
export function watchDeadlines(cart: Cart, refetch: () => void): void {
  let timer: number | undefined;
  let decidedFor: string | null = null;

  const wake = () => {
    const { status, at } = cart.state.seen;
    if (!status.earliestExpiry) return;
    const now = performance.now();
    const { warningMs } = status;
    const left = status.locks.map(({ remainingMs }) => remainingAt({ remainingMs, at }, now));
    const remainingMs = Math.min(...left);
    if (remainingMs === 0) return refetch();
    if (remainingMs > warningMs) return arm();
    const tried = decidedFor === status.earliestExpiry;
    decidedFor = status.earliestExpiry;
    const ending = status.locks.filter((_, index) => left[index]! <= warningMs);
    const moment = {
      allowed: status.autoExtend,
      visible: document.visibilityState === 'visible',
      sinceInputMs: sinceInputMs(now),
      remainingMs,
      warningMs,
      extensionsLeft: Math.max(...ending.map((lock) => lock.extensionsLeft)),
      tried,
    };
    if (shouldAutoExtend(moment)) extendOnce(cart);
    arm();
  };

  const arm = () => {
    window.clearTimeout(timer);
    const { status, at } = cart.state.seen;
    if (status.locks.length === 0) return;
    const firstMs = Math.min(...status.locks.map((lock) => lock.remainingMs));
    const remainingMs = remainingAt({ remainingMs: firstMs, at }, performance.now());
    const toWarningMs = remainingMs - status.warningMs;
    const waitMs = toWarningMs > 0 ? toWarningMs : remainingMs + pastDeadlineMs;
    timer = window.setTimeout(wake, Math.ceil(waitMs));
  };

  let known = cart.state.seen;
  wake();
  arm();
  cart.changes.on(({ seen }) => {
    if (seen === known) return;
    known = seen;
    wake();
    arm();
  });
}

/** Of several tabs that come to it in the same moment, one extends. */
function extendOnce(cart: Cart): void {
  if (!('locks' in navigator)) return void cart.extend('itself');
  const options = { ifAvailable: true };
  void navigator.locks.request(`butaca-extend-${cart.tenant}`, options, (lock) =>
    lock ? cart.extend('itself') : undefined,
  );
}
