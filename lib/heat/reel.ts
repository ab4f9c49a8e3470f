import { readAscending } from './columns';
import type { ReplayBody } from './schema';

export type ZoneMoment = { locked: number; sold: number };

/**
 * A replay that is wound to any of its frames, on or back: only what changes in between is touched.
 * It writes the seats' states, in the geometry's order, and tells those that it changed.
 */
export class Reel {
  readonly frames: number;
  /** One of `seatState` a seat, as the frame at hand has it. */
  readonly states: Uint8Array;
  private readonly seats: Int32Array;
  private readonly after: Uint8Array;
  private readonly before: Uint8Array;
  /** Where each frame's changes begin; one more than there are frames. */
  private readonly starts: Int32Array;
  private at = -1;

  /** @param indexOf the seat's place in the geometry, -1 for one of another map */
  constructor(
    private readonly body: ReplayBody,
    indexOf: (seatId: number) => number,
    size: number,
  ) {
    this.frames = body.frames;
    this.states = new Uint8Array(size);
    this.seats = Int32Array.from(readAscending(body.seats), indexOf);
    this.after = Uint8Array.from(body.states, Number);
    this.before = new Uint8Array(this.seats.length);
    this.starts = new Int32Array(body.frames + 1);
    const now = new Uint8Array(size);
    let i = 0;
    for (let k = 0; k < body.frames; k++) {
      for (const end = i + body.counts[k]!; i < end; i++) {
        const seat = this.seats[i]!;
        if (seat < 0) continue;
        this.before[i] = now[seat]!;
        now[seat] = this.after[i]!;
      }
      this.starts[k + 1] = i;
    }
  }

  /** Winds to a frame. @returns the seats that changed on the way */
  seek(frame: number): Int32Array {
    const { seats, states, starts, after, before } = this;
    const to = Math.min(Math.max(frame, -1), this.frames - 1);
    const [from, end] = [starts[this.at + 1]!, starts[to + 1]!];
    for (let i = from; i < end; i++) if (seats[i]! >= 0) states[seats[i]!] = after[i]!;
    for (let i = from - 1; i >= end; i--) if (seats[i]! >= 0) states[seats[i]!] = before[i]!;
    this.at = to;
    const touched = seats.subarray(Math.min(from, end), Math.max(from, end));
    return touched.filter((seat) => seat >= 0);
  }

  /** The general zones at the frame that it was wound to, by id. */
  zones(): Map<number, ZoneMoment> {
    const zones = new Map<number, ZoneMoment>();
    for (const [frame, zone, locked, sold] of this.body.zones) {
      if (frame > this.at) break;
      zones.set(zone, { locked, sold });
    }
    return zones;
  }

  /** When the frame is, in milliseconds since 1970. */
  timeOf(frame: number): number {
    return Date.parse(this.body.from) + (frame + 1) * this.body.stepMinutes * 60_000;
  }
}
