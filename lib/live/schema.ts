/** What a seat becomes: free, sold, blocked, or locked until a time (ms since 1970, database clock). */
export const seatFree = 0;
export const seatSold = -1;
export const seatBlocked = -2;

/** What one transaction changed in one event, as told to every process. */
export type LiveChanges = {
  tenantId: number;
  eventId: string;
  /** [seatId, until ms | seatFree | seatSold | seatBlocked] */
  seats: [number, number][];
  /** Live units of a general zone, by lock: [zoneId, lockId, quantity, until ms]; quantity 0 ends it. */
  units: [number, string, number, number][];
  /** [zoneId, units sold] */
  sold: [number, number][];
  /** When it was told, by the database's clock (ms since 1970); only of what was heard. */
  toldAtMs?: number;
};

export function noChanges(tenantId: number, eventId: string): LiveChanges {
  return { tenantId, eventId, seats: [], units: [], sold: [] };
}

export const liveChannel = 'butaca_live';

/** PostgreSQL refuses a payload of 8000 bytes and more. */
const payloadMax = 7_500;

/**
 * Changes as notification payloads, each below PostgreSQL's limit.
 * Entries are `s<seat>:<until>`, `u<zone>:<lock>:<quantity>:<until>`, `z<zone>:<sold>`; whoever sends
 * them adds `t<time>`.
 */
export function encodeChanges(changes: LiveChanges): string[] {
  const entries = [
    ...changes.seats.map(([seat, until]) => `s${seat}:${until}`),
    ...changes.units.map(
      ([zone, lock, quantity, until]) => `u${zone}:${lock}:${quantity}:${until}`,
    ),
    ...changes.sold.map(([zone, sold]) => `z${zone}:${sold}`),
  ];
  const head = `${changes.tenantId} ${changes.eventId}`;
  const payloads: string[] = [];
  let payload = head;
  for (const entry of entries) {
    if (payload.length + entry.length + 1 > payloadMax) {
      payloads.push(payload);
      payload = head;
    }
    payload += ` ${entry}`;
  }
  if (payload !== head) payloads.push(payload);
  return payloads;
}

/** The inverse of `encodeChanges` for one payload. */
export function decodeChanges(payload: string): LiveChanges {
  const [tenantId, eventId, ...entries] = payload.split(' ');
  const changes = noChanges(Number(tenantId), eventId as string);
  for (const entry of entries) {
    const [first, second, third, fourth] = entry.slice(1).split(':') as [
      string,
      string,
      string,
      string,
    ];
    if (entry[0] === 's') changes.seats.push([Number(first), Number(second)]);
    else if (entry[0] === 't') changes.toldAtMs = Number(first);
    else if (entry[0] === 'z') changes.sold.push([Number(first), Number(second)]);
    else changes.units.push([Number(first), second, Number(third), Number(fourth)]);
  }
  return changes;
}
