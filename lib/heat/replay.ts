import { seatState } from '@/lib/events/seat-codes';

/** Locks in the order in which they began, in columns. */
export type LockSpans = {
  /** 0 for places of a general zone. */
  seats: readonly number[];
  zones: readonly number[];
  units: readonly number[];
  /** The frame that first shows the lock, and the one that first shows it ended; may lie outside. */
  starts: readonly number[];
  ends: readonly number[];
  /** 1 where it ended in a sale. */
  sold: readonly number[];
};

export type Frames = {
  counts: number[];
  seats: number[];
  states: number[];
  zones: [number, number, number, number][];
  locks: number[];
  sales: number[];
};

/** What changes from frame to frame, told once a seat and frame. @param frames how many */
export function framesOf(spans: LockSpans, frames: number): Frames {
  return {
    ...seatChanges(spans, frames),
    zones: zoneChanges(spans, frames),
    ...series(spans, frames),
  };
}

function seatChanges(spans: LockSpans, frames: number) {
  const { seats, starts, ends, sold } = spans;
  const sizes = new Int32Array(frames + 1);
  const each = (tell: (frame: number, seat: number, state: number) => void) => {
    for (let i = 0; i < seats.length; i++) {
      if (seats[i] === 0) continue;
      const [start, end] = [Math.max(starts[i]!, 0), Math.max(ends[i]!, 0)];
      if (start < frames) tell(start, seats[i]!, seatState.locked);
      if (end < frames) tell(end, seats[i]!, sold[i] ? seatState.sold : seatState.free);
    }
  };
  each((frame) => sizes[frame + 1]!++);
  for (let k = 0; k < frames; k++) sizes[k + 1]! += sizes[k]!;
  // A stable sort by frame: a seat's locks do not overlap, so its changes keep their order in time.
  const next = sizes.slice();
  const seatAt = new Int32Array(sizes[frames]!);
  const stateAt = new Uint8Array(seatAt.length);
  each((frame, seat, state) => {
    const at = next[frame]!++;
    seatAt[at] = seat;
    stateAt[at] = state;
  });
  const told: { counts: number[]; seats: number[]; states: number[] } = {
    counts: [],
    seats: [],
    states: [],
  };
  const now = new Map<number, number>();
  for (let k = 0; k < frames; k++) {
    const last = new Map<number, number>();
    for (let i = sizes[k]!; i < sizes[k + 1]!; i++) last.set(seatAt[i]!, stateAt[i]!);
    let changed = 0;
    for (const [seat, state] of last) {
      if ((now.get(seat) ?? seatState.free) === state) continue;
      now.set(seat, state);
      told.seats.push(seat);
      told.states.push(state);
      changed++;
    }
    told.counts.push(changed);
  }
  return told;
}

function zoneChanges(spans: LockSpans, frames: number): Frames['zones'] {
  const byZone = new Map<number, { locked: Int32Array; sold: Int32Array }>();
  for (let i = 0; i < spans.seats.length; i++) {
    if (spans.seats[i] !== 0) continue;
    const zone = spans.zones[i]!;
    let steps = byZone.get(zone);
    if (!steps) {
      steps = { locked: new Int32Array(frames), sold: new Int32Array(frames) };
      byZone.set(zone, steps);
    }
    const [start, end] = [Math.max(spans.starts[i]!, 0), Math.max(spans.ends[i]!, 0)];
    const units = spans.units[i]!;
    if (start < frames) steps.locked[start]! += units;
    if (end >= frames) continue;
    steps.locked[end]! -= units;
    if (spans.sold[i]) steps.sold[end]! += units;
  }
  const told: Frames['zones'] = [];
  for (const [zone, steps] of byZone) {
    let [locked, sold] = [0, 0];
    for (let k = 0; k < frames; k++) {
      if (steps.locked[k] === 0 && steps.sold[k] === 0) continue;
      locked += steps.locked[k]!;
      sold += steps.sold[k]!;
      told.push([k, zone, locked, sold]);
    }
  }
  return told.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function series({ starts, ends, sold }: LockSpans, frames: number) {
  const locks = new Array<number>(frames).fill(0);
  const sales = new Array<number>(frames).fill(0);
  for (let i = 0; i < starts.length; i++) {
    const [start, end] = [starts[i]!, ends[i]!];
    if (start >= 0 && start < frames) locks[start]!++;
    if (sold[i] && end >= 0 && end < frames) sales[end]!++;
  }
  return { locks, sales };
}
