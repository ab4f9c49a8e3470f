import type { LockSettings } from '@/lib/settings';
import type { LockItem, UnavailableItem } from './schema';

/** One request of a batch. */
export type Claim = {
  sessionKey: string;
  /** The session was opened for this claim: it holds nothing, and nobody else can use it yet. */
  isNew?: boolean;
  userId: string | null;
  items: LockItem[];
  mode: 'all' | 'any';
  metadata: Record<string, unknown>;
};

export type ZoneFacts = {
  id: number;
  name: string;
  kind: 'numbered' | 'general';
  capacity: number;
  sold: number;
  priceMinor: number;
};
export type SeatFacts = {
  id: number;
  zoneId: number;
  row: string;
  label: string;
  status: 'available' | 'sold' | 'blocked';
  priceMinor: number | null;
};

export type EventFacts = {
  name: string;
  published: boolean;
  saleStartsMs: number;
  saleEndsMs: number;
};

/** What the database said once the batch held its rows. `decideClaim` keeps it up to date. */
export type BatchState = {
  nowMs: number;
  event: EventFacts | null;
  settings: LockSettings;
  zones: Map<number, ZoneFacts>;
  seats: Map<number, SeatFacts>;
  /** Live locks by seat. */
  seatLocks: Map<number, { id: string; sessionKey: string }>;
  /** Live units by general zone. */
  zoneUnits: Map<number, number>;
  /** Live units by session, over the whole tenant. */
  sessionUnits: Map<string, number>;
};

export type NewLock = {
  id: string;
  claim: Claim;
  zoneId: number;
  seatId: number | null;
  quantity: number;
  priceMinor: number;
};

export type ClaimOutcome = {
  /** The lock of each item that is held, in order of the items. */
  lockIds: string[];
  /** Those of them that are new. */
  inserted: NewLock[];
  unavailable: UnavailableItem[];
};
