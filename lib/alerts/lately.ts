/** Rounds after which a house where nothing new is locked is looked at again: every minute. */
const againAfterRounds = 20;

/**
 * Houses where something was locked lately. What runs out in them may yet call for an alert, when
 * nothing new is locked any more: they are looked at again now and then.
 */
export class Lately {
  private readonly houses = new Map<number, { lockedMs: number; lookedAt: number }>();
  private round = 0;

  /** @param withinMs how long after its last new lock a house may still call for an alert */
  constructor(private readonly withinMs: number) {}

  /** In these something was locked in the round that begins. @param nowMs a clock that only goes on */
  begin(tenants: Iterable<number>, nowMs: number): void {
    this.round += 1;
    for (const tenantId of tenants) this.houses.set(tenantId, { lockedMs: nowMs, lookedAt: 0 });
    for (const [tenantId, { lockedMs }] of this.houses) {
      if (nowMs - lockedMs > this.withinMs) this.houses.delete(tenantId);
    }
  }

  /** In these something was locked before the first round: they are looked at when it is their turn. */
  recall(tenants: Iterable<number>, nowMs: number): void {
    const lookedAt = this.round - againAfterRounds;
    for (const tenantId of tenants) {
      if (!this.houses.has(tenantId)) this.houses.set(tenantId, { lockedMs: nowMs, lookedAt });
    }
  }

  /** Those whose turn it is: so few in one round that it does not keep the new locks waiting. */
  due(): number[] {
    const most = Math.ceil(this.houses.size / againAfterRounds);
    return [...this.houses]
      .filter(([, { lookedAt }]) => this.round - lookedAt >= againAfterRounds)
      .sort(([, a], [, b]) => a.lookedAt - b.lookedAt)
      .slice(0, most)
      .map(([tenantId]) => tenantId);
  }

  looked(tenantId: number): void {
    const house = this.houses.get(tenantId);
    if (house) house.lookedAt = this.round;
  }

  get all(): number[] {
    return [...this.houses.keys()];
  }
}
