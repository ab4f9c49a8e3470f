import type postgres from 'postgres';

/** The promises of the lock engine, by name. */
export const invariantNames = [
  'one-claim-per-seat',
  'capacity',
  'session-limit',
  'sale-has-lock',
  'bounded-life',
  'final-is-final',
  'database-time',
  'derived',
  'paid-is-kept',
  'tenant-wall',
] as const;
export type InvariantName = (typeof invariantNames)[number];

/** What breaks an invariant: which row of which tenant, and how, in words. */
export type Found = { tenantId: number | null; row: string; why: string };
export type Violation = Found & { invariant: InvariantName };

export type Limits = {
  /** Of a session where its tenant sets none. */
  maxLocksPerSession: number;
};

/** One statement: the rows that break the invariant, none where it holds. */
export type Invariant = {
  name: InvariantName;
  find: (tx: postgres.TransactionSql, limits: Limits) => Promise<Found[]>;
};

/** No invariant reports more rows than this: a broken table must not flood who reads it. */
export const foundMax = 1_000;
