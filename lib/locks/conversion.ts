/** A line of an order: the lock that it was opened for, as it is now. */
export type OrderLine = {
  lockId: string;
  sessionKey: string;
  userId: string | null;
  eventId: string;
  zoneId: number;
  seatId: number | null;
  /** Units that the order was opened for. */
  quantity: number;
  /** Units that the lock still holds: fewer, when a part was given back since. */
  heldQuantity: number;
  /** Of one unit. */
  priceMinor: number;
  status: 'active' | 'expired' | 'released' | 'converted';
  /** The organizer's staff released it. */
  takenBack: boolean;
  durationMs: number;
};

export type ConversionFacts = {
  nowMs: number;
  lines: OrderLine[];
  seatsForSale: Set<number>;
  /** Active locks by seat; stale ones are already written down as ended. */
  seatLocks: Map<number, { id: string; sessionKey: string }>;
  /** Units of each zone that are neither sold nor held. */
  zoneRoom: Map<number, number>;
};

/** A line that is sold, under `lockId`: the order's own lock, or one taken again at `retakenAtMs`. */
export type SoldLine = Omit<OrderLine, 'status' | 'heldQuantity' | 'takenBack'> & {
  retakenAtMs: number | null;
  /** The order's own lock. */
  orderedLockId: string;
};

/**
 * Decides whether an order can be sold whole. A lock that is still active is sold; one that ended
 * takes its seat or places again, and of one that gave back a part that part is taken again, by a
 * lock of its own, unless somebody else has them.
 * @returns null when any line is gone, taken back by the house, or sold under another order.
 */
export function planConversion(facts: ConversionFacts, newId: () => string): SoldLine[] | null {
  const room = new Map(facts.zoneRoom);
  const sold: SoldLine[] = [];
  for (const { status, heldQuantity, takenBack, ...ordered } of facts.lines) {
    const line = { ...ordered, orderedLockId: ordered.lockId };
    // Another order sold it: this buyer has the places already, and paid twice.
    if (status === 'converted') return null;
    // The house wanted it for itself, and was told that it has it.
    if (takenBack) return null;
    const active = status === 'active';
    const again = active ? line.quantity - heldQuantity : line.quantity;
    if (line.seatId === null) {
      const left = room.get(line.zoneId) ?? 0;
      if (left < again) return null;
      room.set(line.zoneId, left - again);
    }
    if (active) sold.push({ ...line, quantity: line.quantity - again, retakenAtMs: null });
    if (line.seatId === null && again > 0) {
      sold.push({ ...line, quantity: again, lockId: newId(), retakenAtMs: facts.nowMs });
    }
    if (active || line.seatId === null) continue;
    if (!facts.seatsForSale.has(line.seatId)) return null;
    const holder = facts.seatLocks.get(line.seatId);
    if (holder && holder.sessionKey !== line.sessionKey) return null;
    // The buyer may have locked the same seat again meanwhile: that lock is the one to sell.
    const retaken = holder
      ? { lockId: holder.id, retakenAtMs: null }
      : { lockId: newId(), retakenAtMs: facts.nowMs };
    sold.push({ ...line, ...retaken });
  }
  return sold;
}
