import type { AlertView } from '@/lib/alerts/schema';

/**
 * Where the live locks of an alert's source or event are seen, each session by itself; null where
 * there is nothing that they could be found by.
 */
export function inNow(
  tenant: string,
  { source, event }: Pick<AlertView, 'source'> & { event: { id: string } | null },
): string | null {
  if (source === null && event === null) return null;
  const asked = new URLSearchParams({
    ...(source === null ? {} : { q: source }),
    ...(event === null ? {} : { event: event.id }),
    by: 'session',
  });
  return `/admin/${tenant}?${asked}`;
}
