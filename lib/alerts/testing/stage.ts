import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { Evaluator } from '../evaluate';
import { ruleKinds } from '../schema';
import { writeLocks } from './locks';

/** A house of 2,000 standing places for each test, whose locks are read for alerts. */
export class AlertStage {
  base!: TestDatabase;
  hall!: Hall;
  evaluator!: Evaluator;
  /** One of its staff. */
  ctx!: StaffContext;

  /** To be called once in a test file, outside its tests. */
  constructor() {
    beforeAll(async () => {
      this.base = await testDatabase();
    });
    afterAll(() => this.base.drop());
    beforeEach(async () => {
      this.hall = await createHall(this.base.admin, { capacity: 2_000 });
      this.evaluator = this.anotherProcess();
      const actor = { kind: 'staff', userId: randomUUID(), name: 'Vera Montes', role: 'owner' };
      this.ctx = { db: this.base.db, tenantId: this.hall.tenantId, actor } as StaffContext;
    });
  }

  /** Its clock stands still: no question is ever too dear to be asked. */
  anotherProcess = (): Evaluator => new Evaluator(this.base.db, () => 0);

  look = (): Promise<number | null> => this.evaluator.evaluate(this.hall.tenantId);

  lock = (locks: Parameters<typeof writeLocks>[2]): Promise<void> =>
    writeLocks(this.base.admin, this.hall, locks);

  alerts = () => this.base.admin`
    SELECT kind, source, event_id, status, figures, ended_at IS NULL AS lasts FROM alerts
    WHERE tenant_id = ${this.hall.tenantId} ORDER BY raised_at, id`;

  kinds = async (): Promise<string[]> => (await this.alerts()).map(({ kind }) => kind);

  /** Leaves the house that one rule. */
  only = (kind: string) => this.base.admin`
    INSERT INTO alert_rules (tenant_id, kind, enabled)
    SELECT ${this.hall.tenantId}, kind, false
    FROM unnest(${ruleKinds.filter((one) => one !== kind)}::text[]) AS kind`;

  /** Who did what and why, in order. */
  log = async () =>
    (
      await this.base.admin`SELECT action, user_name, reason FROM audit_log
        WHERE tenant_id = ${this.hall.tenantId} ORDER BY at`
    ).map(({ action, user_name, reason }) => [action, user_name, reason]);
}
