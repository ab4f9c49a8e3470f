import type { MapZone } from '@/components/seat-map/map-zone';
import type { VenuePlan } from '@/components/seat-map/plan';
import type { OrphanRule } from '@/lib/settings';

/** What the browser needs of an event to sell it. */
export type EventView = {
  id: string;
  slug: string;
  tenant: string;
  tenantName: string;
  name: string;
  onSale: boolean;
  saleStartsAt: string;
  saleEndsAt: string;
  timeZone: string;
  mapVersion: number;
  seatCount: number;
  /** Whether a choice may leave a single seat of a row behind. */
  orphanRule: OrphanRule;
  plan: VenuePlan;
  zones: MapZone[];
};
