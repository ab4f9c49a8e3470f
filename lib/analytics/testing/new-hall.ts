import type postgres from 'postgres';
import { createHall, type Hall } from '@/db/testing/hall';

/** A house that jobs know of at once: who the organizers are is kept in memory for some seconds. */
export async function newHall(admin: postgres.Sql): Promise<Hall> {
  const hall = await createHall(admin);
  (globalThis as { butaca?: Map<string, unknown> }).butaca?.delete('tenants');
  return hall;
}
