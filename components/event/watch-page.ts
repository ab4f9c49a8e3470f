/** A page hidden for longer than this lets go of its connection: browsers allow few to one server. */
const hiddenForMs = 15_000;

/**
 * Opens while the page can be seen, closes when it goes away or stays hidden. Returns the end of it.
 * @param isAwaited whether the buyer waits for news, and wants them from a hidden page as well
 */
export function whileSeen(
  feed: { open(): void; close(): void },
  isAwaited: () => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') feed.open();
  };
  const close = () => {
    clearTimeout(timer);
    feed.close();
  };
  const letGo = () => {
    if (isAwaited()) timer = setTimeout(letGo, hiddenForMs);
    else close();
  };
  const turn = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') feed.open();
    else timer = setTimeout(letGo, hiddenForMs);
  };
  open();
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  return () => {
    close();
    document.removeEventListener('visibilitychange', turn);
    window.removeEventListener('pagehide', close);
    window.removeEventListener('pageshow', open);
  };
}
