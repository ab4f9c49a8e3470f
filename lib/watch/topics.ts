import { sql } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import type { Context } from '@/lib/context';
import { connection } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

const channel = 'butaca_staff';

/** What a topic may be called: `alerts`. */
const topicForm = /^[a-z_]{1,40}$/;

/** Hears a topic; null after the line was lost, when anything may have been said meanwhile. */
export type TopicListener = (topic: string | null) => void;

/** Who listens to what is said among the staff of each tenant. One LISTEN a process. */
export class Topics {
  private readonly listeners = new Map<number, Set<TopicListener>>();
  private listening: Promise<unknown> | null = null;
  private heardOf = false;

  constructor(private readonly connection: Pick<Connection, 'sql'>) {}

  /** @throws DomainError `unavailable`. @returns how to stop. */
  async subscribe(tenantId: number, listener: TopicListener): Promise<() => void> {
    await this.listen();
    const ofTenant = this.listeners.get(tenantId) ?? new Set();
    this.listeners.set(tenantId, ofTenant.add(listener));
    return () => {
      ofTenant.delete(listener);
      if (ofTenant.size === 0 && this.listeners.get(tenantId) === ofTenant)
        this.listeners.delete(tenantId);
    };
  }

  private listen(): Promise<unknown> {
    this.listening ??= this.connection.sql
      .listen(
        channel,
        (payload) => this.hear(payload),
        () => this.again(),
      )
      .catch((error: unknown) => {
        this.listening = null;
        throw new DomainError('unavailable', {}, { cause: error });
      });
    return this.listening;
  }

  private hear(payload: string): void {
    const [tenantId, topic] = payload.split(' ');
    this.tell(Number(tenantId), topic ?? null);
  }

  /** The first time says only that the line stands. */
  private again(): void {
    const before = this.heardOf;
    this.heardOf = true;
    if (before) for (const tenantId of [...this.listeners.keys()]) this.tell(tenantId, null);
  }

  private tell(tenantId: number, topic: string | null): void {
    for (const listener of [...(this.listeners.get(tenantId) ?? [])]) {
      try {
        listener(topic);
      } catch (error) {
        // One listener's fault is not the others'.
        log.error('a listener to a staff topic failed', { error });
      }
    }
  }
}

/** Says to the tenant's staff, in every process, that something of `topic` changed; heard on commit. */
export async function publish({ db, tenantId }: Context, topic: string): Promise<void> {
  if (!topicForm.test(topic)) throw new Error(`“${topic}” is no topic`);
  await db.execute(sql`SELECT pg_notify(${channel}, ${`${tenantId} ${topic}`})`);
}

/** Hears what is published to the tenant's staff. @throws and @returns as `Topics.subscribe`. */
export function subscribe(tenantId: number, listener: TopicListener): Promise<() => void> {
  return processWide('staff-topics', () => new Topics(connection())).subscribe(tenantId, listener);
}
