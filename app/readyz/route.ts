import { missingMigrations } from '@/db/readiness';
import { database } from '@/lib/database';
import { json } from '@/lib/http/route';
import { log } from '@/lib/log';

/** 200 when the database answers and every migration is in; else 503 with what is missing. */
export async function GET(): Promise<Response> {
  try {
    const migrations = await missingMigrations(database());
    if (migrations.length === 0) return json({ status: 'ready' });
    return json({ status: 'not ready', missing: { migrations } }, 503);
  } catch (error) {
    log.warn('not ready', { error });
    return json({ status: 'not ready', missing: { database: true } }, 503);
  }
}
