import { SeatStore, seatLook } from '@/components/seat-map/seat-store';
import { seatState } from '@/lib/events/seat-codes';
import type { HeatData } from './heat-data';
import { type HeatLayer, type HeatScale, heatOf, stepOf, stepSizes, stepsMax } from './layers';

/** Nothing to tell: a small dot. Else a disc; a ring with a dot is in somebody's cart. */
const lookOf = {
  [seatState.free]: seatLook.sold,
  [seatState.locked]: seatLook.choosing,
  [seatState.sold]: seatLook.free,
  [seatState.blocked]: seatLook.blocked,
} as const;

const evenSizes = stepSizes.map(() => 1);

/** What the map of the house's own side draws: figures as shades, or the hall at a moment. */
export class HeatStore extends SeatStore {
  private readonly steps = new Uint8Array(this.size);

  /** Shows the hall at a moment. @param changed those that may differ; null when every one may */
  showMoment(moment: Uint8Array, blocked: Uint8Array, changed: Int32Array | null): void {
    const show = (seat: number) => {
      const off = blocked[seat] === seatState.blocked;
      const state = off ? seatState.blocked : (moment[seat] as keyof typeof lookOf);
      this.states[seat] = lookOf[state];
    };
    if (changed && this.scale?.sizes === evenSizes) {
      for (const seat of changed) show(seat);
      this.tell(changed);
      return;
    }
    this.scale = { steps: this.steps.fill(stepsMax - 1), sizes: evenSizes };
    for (let seat = 0; seat < this.size; seat++) show(seat);
    this.tell(null);
  }

  showHeat(layer: HeatLayer, data: HeatData, scale: HeatScale, blocked: Uint8Array): void {
    for (let seat = 0; seat < this.size; seat++) {
      const value = heatOf(layer, data, seat);
      this.steps[seat] = value === null ? 0 : stepOf(scale, value);
      const none = blocked[seat] === seatState.blocked ? seatLook.blocked : seatLook.sold;
      this.states[seat] = value === null ? none : seatLook.free;
    }
    this.scale = { steps: this.steps, sizes: stepSizes };
    this.tell(null);
  }
}
