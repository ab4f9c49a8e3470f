import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { Hall } from '../../db/testing/hall';
import { minuteMs, type PastLock, write } from '../../lib/heat/testing/history';

/** Five hours ago: seats 1 and 2, and three places, lost and sold at known minutes. */
export async function writeHistory(admin: postgres.Sql, hall: Hall): Promise<void> {
  const base = Math.floor(Date.now() / minuteMs - 300) * minuteMs + 30_000;
  const [first, second] = hall.seatIds as [number, number];
  const lock = (from: number, to: number, rest: Partial<PastLock>): PastLock => ({
    id: randomUUID(),
    seat: null,
    units: 1,
    lockedMs: base + from * minuteMs,
    expiresMs: base + (from + 15) * minuteMs,
    status: 'released',
    reason: 'buyer',
    endedMs: base + to * minuteMs,
    ...rest,
  });
  const sale = { status: 'converted', reason: 'sale' } as const;
  await write(admin, hall, [
    lock(0, 17, { seat: first, status: 'expired', reason: 'timeout' }),
    lock(20, 23, { seat: first }),
    lock(30, 33, { seat: first, reason: 'tab_closed' }),
    lock(2, 6, { seat: second, ...sale }),
    lock(3, 8, { units: 3, ...sale }),
  ]);
  await admin`UPDATE seats SET status = 'sold' WHERE id = ${second}`;
  await admin`UPDATE zones SET sold = 1 WHERE id = ${hall.numbered}`;
  await admin`UPDATE zones SET sold = 3 WHERE id = ${hall.general}`;
}
