import { type ReplayQuery, replayMinutes } from './schema';

const minuteMs = 60_000;
/** More frames than this a replay does not have. */
export const framesMax = 600;

/** Times in milliseconds since 1970. `firstMs` and `lastMs`: of the event's locks; null without any. */
export type Known = {
  nowMs: number;
  saleStartsMs: number;
  firstMs: number | null;
  lastMs: number | null;
};

export type ReplayRange = { fromMs: number; minutes: number; stepMinutes: number; frames: number };

/** Which stretch of time is shown, and in what steps; nothing of it lies in the future. */
export function replayRange({ from, minutes: asked }: ReplayQuery, known: Known): ReplayRange {
  const last = Math.min(known.lastMs ?? known.nowMs, known.nowMs);
  const begin = {
    first: known.firstMs ?? known.saleStartsMs,
    sale: known.saleStartsMs,
  };
  const fixed = from === 'first' || from === 'sale' ? begin[from] : null;
  const minutes = asked ?? fitting(last - (fixed ?? begin.first));
  const startMs = fixed ?? (from === 'last' ? last - (minutes - 1) * minuteMs : Date.parse(from));
  const stepMinutes = Math.ceil(minutes / framesMax);
  const fromMs = Math.floor(startMs / minuteMs) * minuteMs;
  const passed = Math.floor((known.nowMs - fromMs) / (stepMinutes * minuteMs));
  return {
    fromMs,
    minutes,
    stepMinutes,
    frames: Math.min(Math.max(passed, 0), minutes / stepMinutes),
  };
}

/** The shortest that holds it all, else the longest there is. */
function fitting(ms: number): number {
  return replayMinutes.find((minutes) => minutes * minuteMs >= ms) ?? replayMinutes.at(-1)!;
}
