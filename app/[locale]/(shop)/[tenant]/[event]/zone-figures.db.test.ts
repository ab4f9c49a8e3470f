import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { placesOf, seatOf } from '@/app/sales/testing/endpoints';
import { lockOf } from '@/app/sales/testing/orders';
import { openWire, type Wire } from '@/app/sales/testing/wire';
import type { Hall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { eventPageWith } from '@/lib/events/event-page';
import { liveHub } from '@/lib/live/hub';
import { zoneFigures } from './zone-figures';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 10, capacity: 30 });
  await wire.admin`UPDATE seats SET status = 'blocked' WHERE id = ${hall.seatIds[9]!}`;
  await lockOf(wire.buyer(), hall, [seatOf(hall, 0), seatOf(hall, 1), placesOf(hall, 4)]);
});
afterAll(() => wire.close());

const context = (): Context => ({
  db: database(),
  tenantId: hall.tenantId,
  actor: { kind: 'system' },
});
const page = async () => {
  const ctx = context();
  const event = await eventPageWith(ctx, 'noche', (id) => zoneFigures(ctx, id));
  return {
    seats: event?.seatCount,
    zones: event?.zones.map(({ name, available, locked, sold }) => [name, available, locked, sold]),
  };
};
const expected = {
  seats: 10,
  zones: [
    ['Platea', 7, 2, 0],
    ['De pie', 26, 4, 0],
  ],
};

it('an event’s page tells what is left of each zone', async () => {
  expect(await page()).toEqual(expected);
});

it('a page that is opened again asks the database for no seat and no lock', async () => {
  await page();
  await wire.admin`ALTER TABLE seats RENAME TO seats_elsewhere`;
  await wire.admin`ALTER TABLE cart_item_locks RENAME TO locks_elsewhere`;
  try {
    expect(await page()).toEqual(expected);
  } finally {
    await wire.admin`ALTER TABLE seats_elsewhere RENAME TO seats`;
    await wire.admin`ALTER TABLE locks_elsewhere RENAME TO cart_item_locks`;
  }
});

it('where the memory cannot be vouched for, the figures are counted', async () => {
  const memory = vi.spyOn(liveHub(), 'availability');
  try {
    memory.mockRejectedValue(new DomainError('unavailable'));
    expect(await page()).toEqual(expected);
    memory.mockRejectedValue(new Error('something else'));
    await expect(page()).rejects.toThrow('something else');
  } finally {
    memory.mockRestore();
  }
});
