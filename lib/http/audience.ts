import { DomainError } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';

export type Listening = { tenantId: number; userId: string };

/** Streams at a time in one process. */
export type AudienceLimits = {
  all: number;
  /** A house's, so that one leaves room for the others. */
  tenant: number;
  /** An account's, over all houses: its tabs. */
  account: number;
};

const usual: AudienceLimits = { all: 1_000, tenant: 200, account: 20 };

/** Counts the staff that a stream is open for, and bounds them. */
export class Audience {
  private readonly counts = new Map<string, number>();

  constructor(private readonly limits: AudienceLimits = usual) {}

  /** @throws DomainError `overloaded`. @returns how to leave; once is enough, and twice does no harm. */
  enter({ tenantId, userId }: Listening): () => void {
    const places: [string, number][] = [
      ['all', this.limits.all],
      [`tenant ${tenantId}`, this.limits.tenant],
      [`account ${userId}`, this.limits.account],
    ];
    if (places.some(([key, most]) => this.count(key) >= most)) throw new DomainError('overloaded');
    for (const [key] of places) this.counts.set(key, this.count(key) + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      for (const [key] of places) this.leave(key);
    };
  }

  private leave(key: string): void {
    const left = this.count(key) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }

  private count(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}

/** The process's audience of one kind of stream. */
export const audienceOf = (stream: string): Audience =>
  processWide(`audience of ${stream}`, () => new Audience());
