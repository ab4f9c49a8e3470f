import type { ReactNode } from 'react';

/** A notice that goes by itself. */
export type PassingNotice = {
  tone: 'success' | 'info' | 'warning' | 'error';
  title: string;
  line?: string;
  /** What can be done about it, at its side. */
  action?: ReactNode;
  /** It takes the place of the one of its kind that is in sight. */
  kind?: string;
};

/** Who shows them. */
export type Crier = { say: (notice: PassingNotice) => void; clear: () => void };

/** More than these at once nobody reads: the oldest goes. */
const waitingMax = 8;

let crier: Crier | null = null;
let wake: (() => void) | null = null;
const waiting: PassingNotice[] = [];

/** Says something in passing. What is said before there is a crier waits for it. */
export function inPassing(notice: PassingNotice): void {
  if (crier) {
    crier.say(notice);
    return;
  }
  waiting.push(notice);
  if (waiting.length > waitingMax) waiting.shift();
  wake?.();
}

/** Takes away what was said and what waits to be. */
export function nothingInPassing(): void {
  waiting.length = 0;
  crier?.clear();
}

/** Calls when somebody has something to say and there is no crier. Returns the end of it. */
export function whenWanted(call: () => void): () => void {
  wake = call;
  if (waiting.length > 0) call();
  return () => {
    if (wake === call) wake = null;
  };
}

/** Says what waited, and from here on what comes, until the returned end is called. */
export function attend(here: Crier): () => void {
  crier = here;
  for (const notice of waiting.splice(0)) here.say(notice);
  return () => {
    if (crier === here) crier = null;
  };
}
