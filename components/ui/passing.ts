import type { toast } from 'sonner';

type Say = (how: typeof toast) => unknown;

/** More than these at once nobody reads: the oldest goes. */
const waitingMax = 8;

let how: typeof toast | null = null;
let wake: (() => void) | null = null;
const waiting: Say[] = [];

/** Says something in passing. What is said before sonner's code is here waits for it. */
export function inPassing(say: Say): void {
  if (how) {
    say(how);
    return;
  }
  waiting.push(say);
  if (waiting.length > waitingMax) waiting.shift();
  wake?.();
}

/** Calls when somebody has something to say and sonner's code is missing. Returns the end of it. */
export function whenWanted(call: () => void): () => void {
  wake = call;
  if (waiting.length > 0) call();
  return () => {
    wake = null;
  };
}

/** Says what waited, and from here on what comes, until the returned end is called. */
export function attend(toasts: typeof toast): () => void {
  how = toasts;
  for (const say of waiting.splice(0)) say(toasts);
  return () => {
    how = null;
  };
}
