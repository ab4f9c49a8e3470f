import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { log } from '@/lib/log';
import { locksWithoutSale, unitsBySource } from './look';
import { sharesHeld, spikes } from './look-at-events';
import { Pace } from './pace';
import { unexplained } from './policy';
import { lastingAlerts, rulesOf } from './queries';
import type { Finding, Rule, RuleKind, Rules } from './schema';
import { settle } from './settle';

/** The quick look: a burst of these seconds shows in it, and on-sales cost it little. */
const quickSeconds = 15;
/** One evaluation of a tenant at a time, over all processes. */
const evaluationLock = 1_634_887_028;
/** A tenant's reading that took longer is written down. */
const slowMs = 500;

const unitKinds: RuleKind[] = ['session_units', 'account_units', 'address_units'];

/** What one process remembers of a tenant between its readings: only how dear they are. */
type Paces = Record<'units' | 'no_sale' | 'event_share' | 'spike', Pace>;

/** Reads a tenant's locks against its rules, and raises, updates and ends its alerts. */
export class Evaluator {
  private readonly paces = new Map<number, Paces>();
  /** Tenants that a question was put off for. */
  private readonly owing = new Set<number>();

  constructor(
    private readonly db: Db,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Whether something is left to ask of the tenant, though nothing new is locked. */
  get owed(): number[] {
    return [...this.owing];
  }

  /** @returns how many alerts were raised; null where another process is at it. */
  async evaluate(tenantId: number): Promise<number | null> {
    const startedMs = this.nowMs();
    const ctx: Context = { db: this.db, tenantId, actor: { kind: 'system' } };
    const raised = await inTenant(ctx, async (inside) => {
      if (!(await isAlone(inside))) return null;
      const rules = await rulesOf(inside);
      return settle(inside, { rules, ...(await this.look(inside, rules)) });
    });
    const ms = Math.round(this.nowMs() - startedMs);
    if (ms > slowMs) log.warn('reading the locks for alerts took long', { tenantId, ms });
    return raised;
  }

  /** Forgets what is known of tenants that nothing happens at. */
  forget(except: ReadonlySet<number>): void {
    for (const tenantId of this.paces.keys()) {
      if (!except.has(tenantId)) this.paces.delete(tenantId);
    }
  }

  private async look(ctx: Context, list: Rule[]) {
    const rules = Object.fromEntries(list.map((rule) => [rule.kind, rule])) as Rules;
    const paces = this.pacesOf(ctx.tenantId);
    const read = new Set<RuleKind>();
    let putOff = false;
    const ask = async (pace: Pace, kinds: RuleKind[], question: () => Promise<Finding[]>) => {
      if (!kinds.some((kind) => rules[kind].enabled)) return [];
      const startedMs = this.nowMs();
      if (!pace.isDue(startedMs)) {
        putOff = true;
        return [];
      }
      try {
        const findings = await question();
        for (const kind of kinds) read.add(kind);
        return findings;
      } finally {
        // One that was given up is dear as well: the next reading does without, and tells the rest.
        pace.spent(startedMs, this.nowMs());
      }
    };

    const lasting = await lastingAlerts(ctx);
    const findings = await ask(paces.units, unitKinds, () => unitsBySource(ctx, rules, lasting));
    if (putOff) findings.push(...(await unitsBySource(ctx, rules, lasting, quickSeconds)));
    findings.push(
      ...(await ask(paces.no_sale, ['no_sale'], () => locksWithoutSale(ctx, rules, lasting))),
      ...(await ask(paces.event_share, ['event_share'], () => sharesHeld(ctx, rules, lasting))),
    );
    // A spike is told only where it is known what single sources make of it.
    if (read.has('session_units') || !unitKinds.some((kind) => rules[kind].enabled)) {
      findings.push(...(await ask(paces.spike, ['spike'], () => spikes(ctx, rules, lasting))));
    }
    if (putOff) this.owing.add(ctx.tenantId);
    else this.owing.delete(ctx.tenantId);
    return { findings: unexplained(findings, list), read };
  }

  private pacesOf(tenantId: number): Paces {
    const known = this.paces.get(tenantId);
    if (known) return known;
    const paces = {
      units: new Pace(),
      no_sale: new Pace(),
      event_share: new Pace(),
      spike: new Pace(),
    };
    this.paces.set(tenantId, paces);
    return paces;
  }
}

async function isAlone({ db, tenantId }: Context): Promise<boolean> {
  const [row] = await db.execute<{ alone: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(${evaluationLock}, ${tenantId}) AS alone`,
  );
  return row?.alone === true;
}
