/** What tabs of the product tell each other. */
export type TabNews = { kind: 'hello' } | { kind: 'bye' } | { kind: 'changed'; tenant: string };

const lockName = 'butaca-tab';
const recountMs = 10_000;

/**
 * The open tabs of the product in this browser. Each holds a shared lock of one name for as long
 * as it lives; the count is read ahead of time, because a page that goes away cannot wait for it.
 */
class Tabs {
  /** Null: the browser cannot tell. */
  open: number | null = null;
  readonly #listeners = new Set<(news: TabNews) => void>();
  #channel: BroadcastChannel | null = null;
  #leave: () => void = () => {};

  start(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel(lockName);
    this.#channel.onmessage = (event: MessageEvent<TabNews>) => {
      if (event.data.kind !== 'changed') void this.#count();
      for (const listener of this.#listeners) listener(event.data);
    };
    // Insecure origins other than localhost have no Web Locks.
    if (!('locks' in navigator)) return;
    this.#arrive();
    window.setInterval(() => void this.#count(), recountMs);
    // A page that waits in the Back button's memory is not open; and with a lock it could not wait.
    window.addEventListener('pagehide', () => this.#leave());
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) this.#arrive();
    });
  }

  #arrive(): void {
    void navigator.locks.request(lockName, { mode: 'shared' }, () => {
      this.tell({ kind: 'hello' });
      void this.#count();
      return new Promise<void>((leave) => {
        this.#leave = leave;
      });
    });
  }

  listen(listener: (news: TabNews) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(news: TabNews): void {
    this.#channel?.postMessage(news);
  }

  async #count(): Promise<void> {
    const { held = [] } = await navigator.locks.query();
    this.open = held.filter((lock) => lock.name === lockName).length;
  }
}

export const tabs = new Tabs();
