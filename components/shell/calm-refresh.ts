/** A network that swallows everything would hold a question for ever. */
const answerMaxMs = 8_000;

/**
 * Shows the page anew, if the server answers for what it is about. Next.js on its own would leave
 * the page for the browser's "no connection" if it does not, and with it what the buyer was doing.
 * @param url of the API
 * @returns whether it did
 */
export async function calmRefresh(router: { refresh: () => void }, url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(answerMaxMs);
  const answer = await fetch(url, { cache: 'no-store', signal }).catch(() => null);
  if (!answer?.ok) return false;
  router.refresh();
  return true;
}
