import type postgres from 'postgres';
import { expect, vi } from 'vitest';
import type { Db } from '@/db/client';
import type { Hall } from '@/db/testing/hall';

/** Waits until a transaction of this database waits for a row or an advisory lock of another. */
export async function someoneWaits(admin: postgres.Sql): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await admin`
        SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(waiting.length).toBeGreaterThan(0);
    },
    { interval: 5, timeout: 5_000 },
  );
}

/** Waits until every active lock of the hall is past its committed deadline. */
export async function deadlinesPass(admin: postgres.Sql, hall: Hall): Promise<void> {
  await vi.waitFor(
    async () => {
      const live = await admin`
        SELECT FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} AND status = 'active'
          AND expires_at > clock_timestamp()`;
      expect(live).toHaveLength(0);
    },
    { interval: 5, timeout: 5_000 },
  );
}

/** A client whose transactions do all their work, and then stop just before they commit. */
export function heldBack(db: Db): { db: Db; written: Promise<void>; release: () => void } {
  let release = () => {};
  let arrived = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const written = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const transaction = (work: (tx: never) => Promise<unknown>) =>
    db.transaction(async (tx) => {
      const result = await work(tx as never);
      arrived();
      await gate;
      return result;
    });
  const client = Object.create(db, { transaction: { value: transaction } }) as Db;
  return { db: client, written, release };
}
