import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { unpackGeometry } from '@/lib/events/packed-geometry';
import { type Geometry, packedGeometrySchema } from '@/lib/events/schema';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 45 });
  const some = hall.seatIds.slice(3, 6);
  await wire.admin`UPDATE seats SET accessible = true, x = x + 0.37 WHERE id IN ${wire.admin(some)}`;
});
afterAll(() => wire.close());

const pathOf = ({ eventId }: Hall, query: string) => `/sales/events/${eventId}/seats?${query}`;
const open = (query: string, of = hall) => wire.buyer().open('GET', pathOf(of, query));

async function unpacked(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/json');
  return unpackGeometry(packedGeometrySchema.parse(await response.json()));
}

describe('the seats of an event, packed', () => {
  it('are the plain ones in another form', async () => {
    const plain = (await wire.buyer().get(pathOf(hall, ''))).as<Geometry>();
    const { ids, zones, rows, labels, x, y, flags, version } = await unpacked(
      await open('form=packed'),
    );
    expect(plain).toEqual({
      version,
      rows,
      labels,
      ids: [...ids],
      zones: [...zones],
      x: Array.from(x, (at) => Math.round(at * 100) / 100),
      y: [...y],
      flags: [...flags],
    });
  });

  it('are kept for good under their version, and under no other', async () => {
    const cached = async (query: string) => (await open(query)).headers.get('cache-control');
    expect(await cached('form=packed&v=1')).toBe('public, max-age=31536000, immutable');
    for (const query of ['form=packed', 'form=packed&v=2', 'form=packed&v=']) {
      expect(await cached(query)).toBe('no-cache');
    }
  });

  it('are read once a version: then from memory, without a question for the seats', async () => {
    const own = await wire.hall({ seats: 4 });
    const before = await unpacked(await open('form=packed&v=1', own));
    await wire.admin`ALTER TABLE seats RENAME TO elsewhere`;
    try {
      const again = await open('form=packed&v=1', own);
      expect([again.status, await unpacked(again)]).toEqual([200, before]);
    } finally {
      await wire.admin`ALTER TABLE elsewhere RENAME TO seats`;
    }
    await wire.admin`UPDATE seats SET x = x + 5 WHERE event_id = ${own.eventId}`;
    await wire.admin`UPDATE events SET map_version = 2 WHERE id = ${own.eventId}`;
    const moved = await unpacked(await open('form=packed&v=2', own));
    expect([moved.version, ...moved.x]).toEqual([2, 5, 6, 7, 8]);
  });

  it('are nobody’s once the event is withdrawn, and another organizer’s never', async () => {
    const own = await wire.hall({ seats: 2 });
    expect((await open('form=packed', own)).status).toBe(200);
    expect((await open(`form=packed&tenant=${hall.slug}`, own)).status).toBe(404);
    await wire.admin`UPDATE events SET status = 'draft' WHERE id = ${own.eventId}`;
    expect((await open('form=packed', own)).status).toBe(404);
  });

  it('come in no other form', async () => {
    for (const form of ['', 'plain', 'PACKED', '%00']) {
      const answer = await wire.buyer().get(pathOf(hall, `form=${form}`));
      expect(answer.problem).toMatchObject({
        status: 400,
        code: 'invalid_request',
        errors: [{ path: 'form' }],
      });
    }
  });
});
