import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import type { Mail, SentMail } from '@/lib/mail/schema';
import type { OutboxEvent } from '@/lib/outbox/schema';

/** What JSON keeps: the result of a step is stored and given again to a retry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A job's memory: `run` does its work once, however often the job is tried. */
export type Step = {
  /** @param id unique within the job and never renamed: it is what a retry finds the result by */
  run<T extends Json>(id: string, work: () => Promise<T>): Promise<T>;
};

/** What jobs reach the world through; a test gives its own. */
export type JobDeps = {
  db: Db;
  sendMail(mail: Mail): Promise<SentMail>;
  refundPayment(ctx: Context, paymentId: string): Promise<unknown>;
  cleanupExpiredLocks(db: Db): Promise<{ expired: number; released: number }>;
  forgetOldKeys(db: Db): Promise<number>;
  countClosedHours(db: Db): Promise<number>;
  moveOldLocks(db: Db): Promise<number>;
  forgetViewers(db: Db): Promise<number>;
  /** Where people reach the site, without a slash at the end: `https://butaca.example`. */
  publicUrl: string;
};

/** The part of an event that a job sees, the same from the outbox and from Inngest. */
export type JobEvent = Pick<OutboxEvent, 'id' | 'name' | 'data'>;

/**
 * A job as a plain function, run by Inngest and by the embedded runner alike. Throws to be tried
 * again; throws `PermanentFailure` not to be.
 */
export type Job = (input: { event: JobEvent; step: Step; deps: JobDeps }) => Promise<Json>;
