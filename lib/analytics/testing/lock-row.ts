import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

/** A lock as it lies in its table. Times in ms since 1970. */
export type LockRow = {
  tenant_id: number;
  id: string;
  session_key: string;
  event_id: string;
  zone_id: number;
  seat_id: number | null;
  quantity: number;
  locked_at: number;
  expires_at: number;
  status: 'active' | 'expired' | 'released' | 'converted';
  price_at_lock: number;
  ended_at: number | null;
  end_reason: 'timeout' | 'buyer' | 'tab_closed' | 'admin' | 'sale' | null;
  duration_ms: number;
  max_extensions: number;
  extensions: number;
  former_expires_at: number | null;
  cart_id: string;
  device: 'phone' | 'tablet' | 'desktop' | 'program' | null;
  checkout_at: number | null;
  paying_at: number | null;
};

const times = [
  'locked_at',
  'expires_at',
  'ended_at',
  'former_expires_at',
  'checkout_at',
  'paying_at',
];

/** Writes locks down as the owner, in one go. */
export async function writeLocks(admin: postgres.Sql, rows: LockRow[]): Promise<void> {
  const columns = Object.keys(rows[0] as LockRow) as (keyof LockRow)[];
  const field = (row: LockRow, column: keyof LockRow) => {
    const value = row[column];
    if (value === null) return '\\N';
    return times.includes(column) ? new Date(value as number).toISOString() : String(value);
  };
  const into = await admin
    .unsafe(`COPY cart_item_locks (${columns.join(', ')}) FROM STDIN`)
    .writable();
  await pipeline(
    async function* lines() {
      for (const row of rows) yield `${columns.map((column) => field(row, column)).join('\t')}\n`;
    } as unknown as Readable,
    into,
  );
  await admin`ANALYZE cart_item_locks`;
}

/** Every lock of a tenant, wherever it lies. */
export function readLocks(admin: postgres.Sql, tenantId: number): Promise<LockRow[]> {
  const ms = (name: string) => `(extract(epoch FROM ${name}) * 1000)::float8 AS ${name}`;
  return admin.unsafe<LockRow[]>(
    `SELECT tenant_id, id, session_key, event_id, zone_id, seat_id, quantity, status, price_at_lock,
       end_reason, duration_ms, max_extensions, extensions, cart_id, device, ${times.map(ms).join(', ')}
     FROM all_locks WHERE tenant_id = ${tenantId}`,
  );
}
