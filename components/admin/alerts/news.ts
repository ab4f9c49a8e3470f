import { type AlertNews, newsSchema } from '@/lib/alerts/schema';

type Listener = (news: AlertNews) => void;

/** A stream that the server ended for good is asked for again after this. */
const againMs = 15_000;

const listeners = new Set<Listener>();

/** Hears the news that the shell's stream brings; the page and the badge share one stream. */
export function onNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the tenant's stream of news. @returns how to close it. */
export function openNews(tenant: string): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | null = null;
  const open = () => {
    source = new EventSource(`/api/admin/${encodeURIComponent(tenant)}/news`);
    source.addEventListener('alerts', ({ data }) => {
      const news = newsSchema.safeParse(JSON.parse(data));
      if (news.success) for (const listener of [...listeners]) listener(news.data);
    });
    source.addEventListener('error', () => {
      // The browser itself comes back after a lost connection, but not after a refusal.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    });
  };
  open();
  return () => {
    source?.close();
    if (again) clearTimeout(again);
  };
}
