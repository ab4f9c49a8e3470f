import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { expect, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing/database';
import { theatre } from '@/db/testing/paid-order';
import type { StaffContext } from '@/lib/context';
import type { Role } from '../schema';

/** An organizer with the team that a test needs. */
export class House {
  private constructor(
    readonly base: TestDatabase,
    readonly tenantId: number,
  ) {}

  static async open(base: TestDatabase): Promise<House> {
    return new House(base, await theatre(base.admin));
  }

  /** A member's context, as the door of actions gives it. */
  async member(role: Role, name = 'Ana Núñez'): Promise<StaffContext> {
    const userId = await account(this.base.admin, { name });
    await this.base.admin`
      INSERT INTO memberships (tenant_id, user_id, role) VALUES (${this.tenantId}, ${userId}, ${role})`;
    return {
      db: this.base.db,
      tenantId: this.tenantId,
      actor: { kind: 'staff', userId, name, role },
    };
  }

  async roleOf(userId: string): Promise<Role | null> {
    const [row] = await this.base.admin<{ role: Role }[]>`
      SELECT role FROM memberships WHERE tenant_id = ${this.tenantId} AND user_id = ${userId}`;
    return row?.role ?? null;
  }

  async owners(): Promise<number> {
    const rows = await this.base.admin`
      SELECT FROM memberships WHERE tenant_id = ${this.tenantId} AND role = 'owner'`;
    return rows.length;
  }

  /** What the audit log tells, oldest first. */
  async told(): Promise<{ action: string; target: string; before: unknown; after: unknown }[]> {
    return await this.base.admin`
      SELECT action, target, before, after FROM audit_log
      WHERE tenant_id = ${this.tenantId} ORDER BY at, id`;
  }

  /** Ids of the invitations whose mails are on their way. */
  async mailed(): Promise<string[]> {
    const rows = await this.base.admin<{ id: string }[]>`
      SELECT data->>'invitationId' AS id FROM outbox
      WHERE tenant_id = ${this.tenantId} AND name = 'team/invited' ORDER BY created_at, id`;
    return rows.map(({ id }) => id);
  }
}

/** An account that nobody needs to sign in to; its id. */
export async function account(
  admin: postgres.Sql,
  { name = 'Luis Prieto', email = `${randomUUID()}@example.org` } = {},
): Promise<string> {
  const id = randomUUID();
  await admin`
    INSERT INTO users (id, email, name, password_hash) VALUES (${id}, ${email}, ${name}, 'none')`;
  return id;
}

/** Waits until so many transactions of this database wait for rows of another. */
export async function waiting(admin: postgres.Sql, count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const found = await admin`
        SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(found.length).toBe(count);
    },
    { interval: 5, timeout: 5_000 },
  );
}
