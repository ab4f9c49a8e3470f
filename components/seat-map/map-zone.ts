import type { Money } from '@/lib/money';

/** A zone as the map and the list show it. `tier` is the step of the price palette, 0 to 5. */
export type MapZone = {
  id: number;
  name: string;
  type: 'numbered' | 'general';
  tier: number;
  /** Index into the plan's floors; 0 where there is only one. */
  floor: number;
  price: Money;
  /** The outline of a general zone on the plan, in seat units. */
  outline: [number, number][] | null;
  available: number;
  locked: number;
  sold: number;
  capacity: number;
  /** Its colour is a figure of its own, and is seen from near as well. */
  solid?: boolean;
  /** Where others hold all that is left: in how many minutes the first of it could come back. */
  backInMinutes?: number | undefined;
};
