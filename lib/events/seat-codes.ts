// Apart from the schemas, whose library the hall's page would otherwise have to load.

/** What a seat is told by in `flags`. */
export const seatFlag = { accessible: 1, companion: 2, restrictedView: 4 } as const;

/** A seat's state on the wire: two bits. */
export const seatState = { free: 0, locked: 1, sold: 2, blocked: 3 } as const;
export type SeatState = (typeof seatState)[keyof typeof seatState];
