import type { Client } from '@/lib/context';
import type { Seating } from '@/lib/seating/queries';
import type { LockSettings } from '@/lib/settings';
import type { BestInput, LockItem, Orphaned, Placement, UnavailableItem } from './schema';
import type { CartRow } from './status';

/** One request of a batch. */
export type Claim = {
  sessionKey: string;
  /** The session was opened for this claim: it holds nothing, and nobody else can use it yet. */
  isNew?: boolean;
  userId: string | null;
  client?: Client;
  items: LockItem[];
  mode: 'all' | 'any';
  metadata: Record<string, unknown>;
  /** Locks given up for as many seats: all of it happens, or nothing. */
  swap?: string[];
  /** Seats to be chosen by the engine; `items` is empty then. */
  wish?: Wish;
};

/** What the seats that the engine chooses have to be like. */
export type Wish = Pick<BestInput, 'quantity' | 'zoneIds' | 'maxPrice' | 'accessible' | 'exclude'>;

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
  mapVersion: number;
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
  /** Live locks of the batch's sessions, by id. */
  ownLocks: Map<string, CartRow>;
  /** The cart of this event that takes in what each session locks, where it holds something of it. */
  cartIds: Map<string, string>;
  /** Until when sources of the batch may lock nothing: by session key, account or address hash. */
  coolDowns: Map<string, number>;
  /** The hall's rows, where single seats may not be left; else null. All of a claim's rows are held. */
  seating: Seating | null;
};

export type NewLock = {
  id: string;
  cartId: string;
  claim: Claim;
  zoneId: number;
  seatId: number | null;
  quantity: number;
  priceMinor: number;
  /** The lock given up for this one, whose times and extensions go on. */
  inherits: CartRow | null;
};

export type ClaimOutcome = {
  /** The lock of each item that is held, in order of the items. */
  lockIds: string[];
  /** Those of them that are new. */
  inserted: NewLock[];
  /** Locks given up in exchange. */
  released: CartRow[];
  unavailable: UnavailableItem[];
  /** Why free seats are among `unavailable`. */
  orphaned: Orphaned[];
  /** Where the engine's own choice sits. */
  placement?: Placement;
};
