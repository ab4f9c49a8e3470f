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

/**
 * Keeps the tenant's stream of news open while the tab is looked at: a browser has few connections
 * for all its tabs, and who comes back hears how it stands. @returns how to close it.
 */
export function openNews(tenant: string): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | null = null;
  const close = () => {
    source?.close();
    source = null;
    if (again) clearTimeout(again);
    again = null;
  };
  const open = () => {
    close();
    const opened = new EventSource(`/api/admin/${encodeURIComponent(tenant)}/news`);
    source = opened;
    opened.addEventListener('alerts', ({ data }) => {
      const news = newsSchema.safeParse(JSON.parse(data));
      if (news.success) for (const listener of [...listeners]) listener(news.data);
    });
    opened.addEventListener('error', () => {
      // The browser itself comes back after a lost connection, but not after a refusal.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    });
  };
  const follow = () => (document.visibilityState === 'hidden' ? close() : open());
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}
