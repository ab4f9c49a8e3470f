/** How far a lock's buyer has come. */
export const lockStages = ['cart', 'checkout', 'paying'] as const;
export type LockStage = (typeof lockStages)[number];

export const lockDevices = ['phone', 'tablet', 'desktop', 'program'] as const;
export type LockDevice = (typeof lockDevices)[number];

/** Why a lock left. */
export const endReasons = ['timeout', 'buyer', 'tab_closed', 'admin', 'sale'] as const;
export type EndReason = (typeof endReasons)[number];

/** A live lock as the staff sees it; never the session's key, nor an address. */
export type LockRow = {
  id: string;
  /** What a session holds of one event: names the session without telling its key. */
  cartId: string;
  eventId: string;
  zoneId: number;
  zoneName: string;
  /** Null: places of a zone without seats. */
  row: string | null;
  seat: string | null;
  quantity: number;
  /** Minor units of the organizer's currency, of all its units. */
  value: number;
  /** Short name of the session. */
  session: string;
  /** Name of the buyer's account. */
  account: string | null;
  /** Short name of the network address. */
  address: string | null;
  device: LockDevice | null;
  lockedAt: string;
  expiresAt: string;
  extensions: number;
  maxExtensions: number;
  stage: LockStage;
  /** Its buyer closed the last tab: it ends soon, unless they come back. */
  leaving: boolean;
};

/** Units of a zone that are not sold, whether held or free. */
export type ZoneLeft = { eventId: string; zoneId: number; left: number };

export type WatchedEvent = { id: string; name: string; startsAt: string };

type Figures = {
  serverTime: string;
  /** Live locks of the house. Above `rowsMax` the newest are told only. */
  total: number;
};

/** `event: snapshot` */
export type WatchSnapshot = Figures & {
  rows: LockRow[];
  zones: ZoneLeft[];
  events: WatchedEvent[];
  /** When the last lock of the last day ended, where none is live. */
  lastEndedAt: string | null;
};

/** `event: delta`; `rows` are new or changed, zones and events the whole again where they changed. */
export type WatchDelta = Figures & {
  rows: LockRow[];
  gone: { id: string; reason: EndReason }[];
  zones?: ZoneLeft[];
  events?: WatchedEvent[];
};

/** Locks of one house that are told of at once. */
export const rowsMax = 20_000;
