import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { log } from '@/lib/log';
import { pokeOutbox } from '@/lib/outbox/service';
import { Evaluator } from './evaluate';
import { forgetOldAlerts } from './forget';
import { Lately } from './lately';
import { ruleSpecs } from './specs';

/** An alert comes within ten seconds of its burst: three of these. */
const everyMs = 3_000;
/** A round that begins later than this is written down. */
const lateMs = 6_000;
/** Locks become visible when they are committed: each round looks back over the last. */
const overlapSeconds = 10;
/** How far the first round looks back for tenants with something new to read. */
const firstSeconds = 300;
/** What was locked before this is in no rule's window any more. */
const longestSeconds = Math.max(
  ...Object.values(ruleSpecs).map(({ windowSeconds }) => windowSeconds.max),
);

const forgetEveryMs = 3_600_000;

export type Watcher = {
  /** Starts no further round and waits for the one under way. */
  stop: () => Promise<void>;
};

/** Watches every tenant's locks for what its rules speak of, a round every few seconds. */
export function startWatcher(db: Db, intervalMs = everyMs): Watcher {
  const round = new Round(db);
  let underWay: Promise<void> | null = null;
  let dueMs = performance.now() + intervalMs;
  const timer = setInterval(() => {
    if (underWay) return;
    const behindMs = Math.round(performance.now() - dueMs);
    if (behindMs > lateMs) log.warn('alerts were looked for late', { behindMs });
    dueMs = performance.now() + intervalMs;
    underWay = round.run().finally(() => {
      underWay = null;
    });
  }, intervalMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** One round over all tenants that have something to read. */
class Round {
  private readonly evaluator: Evaluator;
  /** The database's time of the last round. */
  private since: string | null = null;
  /** Tenants that could not be read; the next round tries them again. */
  private readonly failed = new Set<number>();
  private isBegun = false;
  private readonly lately = new Lately(longestSeconds * 1_000);
  private isLost = false;
  private forgetAtMs = 0;

  constructor(private readonly db: Db) {
    this.evaluator = new Evaluator(db);
  }

  /** Never fails: what one could not do waits for the next. */
  async run(): Promise<void> {
    try {
      const { tenants, at } = await this.tenants();
      let raised = 0;
      const failures: unknown[] = [];
      this.failed.clear();
      for (const tenantId of tenants) {
        try {
          raised += (await this.evaluator.evaluate(tenantId)) ?? 0;
          this.lately.looked(tenantId);
        } catch (error) {
          // One house's failure does not keep the others unwatched.
          failures.push(error);
          this.failed.add(tenantId);
        }
      }
      this.since = at;
      this.evaluator.forget(new Set([...tenants, ...this.lately.all]));
      if (raised > 0) pokeOutbox();
      if (performance.now() >= this.forgetAtMs) {
        this.forgetAtMs = performance.now() + forgetEveryMs;
        await forgetOldAlerts(this.db);
      }
      if (!this.isBegun) await this.recall();
      if (failures.length > 0) throw failures[0];
      if (this.isLost) log.info('alerts are looked for again');
      this.isLost = false;
    } catch (error) {
      if (!this.isLost) log.warn('alerts cannot be looked for', { error });
      this.isLost = true;
    }
  }

  /** Dear where much was locked, and so asked once: what is new is seen without it. */
  private async recall(): Promise<void> {
    this.isBegun = true;
    const rows = await this.db.execute<{ id: number }>(sql`
      SELECT tenants_with_locks_since(now() - ${longestSeconds} * interval '1 second') AS id`);
    const tenants = rows.map(({ id }) => id);
    this.lately.recall(tenants, performance.now());
  }

  private async tenants(): Promise<{ tenants: Set<number>; at: string | null }> {
    const from =
      this.since === null
        ? sql`now() - ${firstSeconds} * interval '1 second'`
        : sql`${this.since}::timestamptz - ${overlapSeconds} * interval '1 second'`;
    const [row] = await this.db.execute<{ locked: number[]; lasting: number[]; at: string }>(sql`
      SELECT now()::text AS at, ARRAY(SELECT tenants_with_locks_since(${from})) AS locked,
        ARRAY(SELECT tenants_with_lasting_alerts()) AS lasting`);
    const { locked = [], lasting = [], at = null } = row ?? {};
    this.lately.begin(locked, performance.now());
    const others = [...this.evaluator.owed, ...this.failed, ...this.lately.due()];
    return { tenants: new Set([...locked, ...lasting, ...others]), at };
  }
}
