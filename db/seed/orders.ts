import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './bulk';
import { after, type Cart, type StagedEvent } from './claims';
import { secretCode } from './random';

export type Buyer = { name: string; email: string; userId: string | null; locale: 'es' | 'en' };

export const orderTables = {
  orders: [
    'tenant_id',
    'id',
    'number',
    'access_key',
    'session_key',
    'user_id',
    'email',
    'name',
    'locale',
    'status',
    'total_minor',
    'currency',
    'created_at',
    'paid_at',
    'confirmed_at',
  ],
  order_locks: ['tenant_id', 'order_id', 'lock_id', 'quantity'],
  order_items: [
    'tenant_id',
    'id',
    'order_id',
    'lock_id',
    'event_id',
    'zone_id',
    'seat_id',
    'quantity',
    'price_minor',
  ],
  payments: [
    'tenant_id',
    'id',
    'order_id',
    'provider',
    'reference',
    'status',
    'amount_minor',
    'created_at',
  ],
  tickets: [
    'tenant_id',
    'id',
    'order_id',
    'order_item_id',
    'event_id',
    'zone_id',
    'seat_id',
    'code',
    'created_at',
  ],
} as const;

export type OrderRows = Record<keyof typeof orderTables, Cell[][]>;

/** 130 random bits, as tickets are made. */
const ticketCodeLength = 26;
const secondMs = 1_000;

/** Everything that a paid cart leaves behind: the order, its items, the payment and the tickets. */
export function paidOrder(
  { tenantId, eventId, currency }: StagedEvent,
  cart: Cart,
  buyer: Buyer,
  paidAt: Date,
): OrderRows {
  const orderId = uuidv7();
  const totalMinor = cart.claims.reduce((sum, c) => sum + c.priceMinor * c.quantity, 0);
  const rows: OrderRows = {
    orders: [
      [
        tenantId,
        orderId,
        `B-${secretCode(8)}`,
        secretCode(32),
        cart.sessionKey,
        buyer.userId,
        buyer.email,
        buyer.name,
        buyer.locale,
        'paid',
        totalMinor,
        currency,
        after(paidAt, -50 * secondMs),
        paidAt,
        after(paidAt, 4 * secondMs),
      ],
    ],
    order_locks: [],
    order_items: [],
    payments: [
      [tenantId, uuidv7(), orderId, 'sandbox', `demo-${orderId}`, 'captured', totalMinor, paidAt],
    ],
    tickets: [],
  };
  for (const { lockId, zoneId, seatId, quantity, priceMinor } of cart.claims) {
    const itemId = uuidv7();
    rows.order_locks.push([tenantId, orderId, lockId, quantity]);
    rows.order_items.push([
      tenantId,
      itemId,
      orderId,
      lockId,
      eventId,
      zoneId,
      seatId,
      quantity,
      priceMinor,
    ]);
    for (let unit = 0; unit < quantity; unit += 1) {
      const code = secretCode(ticketCodeLength);
      rows.tickets.push([
        tenantId,
        uuidv7(),
        orderId,
        itemId,
        eventId,
        zoneId,
        seatId,
        code,
        paidAt,
      ]);
    }
  }
  return rows;
}
