/**
 * The rules of the countdown, on a clock that is given: milliseconds that only grow, as
 * `performance.now()` counts them. The device's own idea of the time decides nothing.
 */

/** What was left when the answer came, and the reading of the clock at that moment. */
export type Anchor = { remainingMs: number; at: number };

export type Phase = 'calm' | 'warning' | 'last' | 'over';

/** What the face shows: whole minutes while calm, minutes and seconds at the end. */
export type Face = { unit: 'minutes'; minutes: number } | { unit: 'seconds'; text: string };

const minuteMs = 60_000;
const secondsFromMs = 2 * minuteMs;

export function remainingAt(anchor: Anchor, now: number): number {
  return Math.max(0, anchor.remainingMs - (now - anchor.at));
}

export function phaseOf(remainingMs: number, warningMs: number): Phase {
  if (remainingMs <= 0) return 'over';
  if (remainingMs <= Math.min(minuteMs, warningMs)) return 'last';
  return remainingMs <= warningMs ? 'warning' : 'calm';
}

export function faceOf(remainingMs: number): Face {
  if (remainingMs > secondsFromMs) {
    return { unit: 'minutes', minutes: Math.ceil(remainingMs / minuteMs) };
  }
  const seconds = Math.ceil(remainingMs / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return { unit: 'seconds', text };
}

/** How long until the face or the phase changes; 0 when the time is over. */
export function nextChangeMs(remainingMs: number, warningMs: number): number {
  if (remainingMs <= 0) return 0;
  const stepMs = remainingMs > secondsFromMs ? minuteMs : 1000;
  const toStep = remainingMs % stepMs || stepMs;
  const toMark = [secondsFromMs, warningMs, Math.min(minuteMs, warningMs)]
    .filter((mark) => remainingMs > mark)
    .map((mark) => remainingMs - mark);
  return Math.min(toStep, ...toMark);
}

export type Threshold = 'warning' | 'minute';

/**
 * What is to be said aloud now: each threshold once a deadline, and only the nearest of those that
 * were passed. Where the warning comes within the last minute, it is the only one.
 */
export function thresholdDue(
  remainingMs: number,
  warningMs: number,
  told: ReadonlySet<Threshold>,
): Threshold | null {
  if (remainingMs <= 0) return null;
  if (warningMs > minuteMs && remainingMs <= minuteMs) return told.has('minute') ? null : 'minute';
  return remainingMs <= warningMs && !told.has('warning') ? 'warning' : null;
}
