import type postgres from 'postgres';
import { boundedLife } from './bounded-life';
import { capacity } from './capacity';
import { databaseTime } from './database-time';
import { derived } from './derived';
import { finalIsFinal } from './final-is-final';
import type { Invariant, Limits, Violation } from './invariant';
import { oneClaimPerSeat } from './one-claim-per-seat';
import { paidIsKept } from './paid-is-kept';
import { saleHasLock } from './sale-has-lock';
import { sessionLimit } from './session-limit';
import { tenantWall } from './tenant-wall';

const invariants: Invariant[] = [
  oneClaimPerSeat,
  capacity,
  sessionLimit,
  saleHasLock,
  boundedLife,
  finalIsFinal,
  databaseTime,
  derived,
  paidIsKept,
  tenantWall,
];

/** Asked of a login that sees one tenant's rows or none: its silence would prove nothing. */
export class BlindLoginError extends Error {
  override readonly name = 'BlindLoginError';
}

/**
 * Every row that breaks a promise of the lock engine, as the open transaction sees them.
 * @throws {BlindLoginError} when row-level security binds the login.
 */
export async function findViolations(
  tx: postgres.TransactionSql,
  limits: Limits,
): Promise<Violation[]> {
  const [login] = await tx<{ blind: boolean }[]>`
    SELECT row_security_active('cart_item_locks') AS blind`;
  if (login?.blind) {
    throw new BlindLoginError('the login must own the tables: this one sees only part of them');
  }
  const violations: Violation[] = [];
  for (const { name, find } of invariants) {
    for (const row of await find(tx, limits)) violations.push({ invariant: name, ...row });
  }
  return violations;
}

/**
 * Every row that breaks a promise of the lock engine, at one moment of the database: the checks
 * share a snapshot, so they may run while tickets are being sold.
 * @param sql a connection of the tables' owner or a superuser.
 * @throws {BlindLoginError} when row-level security binds the login.
 */
export async function checkInvariants(
  sql: postgres.Sql,
  limits: Limits = { maxLocksPerSession: 50 },
): Promise<Violation[]> {
  return await sql.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY', (tx) =>
    findViolations(tx, limits),
  );
}
