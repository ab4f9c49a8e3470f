import { z } from 'zod';
import { daySchema } from '@/lib/day';

/** One change, as it is told. */
export type AuditRecord = {
  id: string;
  /** ISO 8601. */
  at: string;
  /** As they were called then. */
  who: string;
  action: string;
  target: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
};

/** Whom and what the log can be asked for: all that is in it. */
export type AuditChoices = { people: { id: string; name: string }[]; actions: string[] };

/** The page's query. What is no good counts as not there: an address that was typed still opens. */
export const auditQuerySchema = z.object({
  who: z.uuid().optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .max(100)
    .optional()
    .catch(undefined),
  /** A day of the house's own. */
  day: daySchema.optional().catch(undefined),
  /** The last change that was seen: what is older comes next. */
  before: z.uuid().optional().catch(undefined),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Filters that an address names and that are left out, as they can be of nobody, nothing or no day. */
export function ignoredFilters(
  asked: Record<string, string | string[] | undefined>,
  query: AuditQuery,
): ('who' | 'action' | 'day')[] {
  return (['who', 'action', 'day'] as const).filter((name) => asked[name] && !query[name]);
}
