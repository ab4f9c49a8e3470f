/** Requests a second, and the median time of one, of a load that ran for a while. */
export type Measured = { perSecond: number; p50Ms: number };

/**
 * Keeps `clients` requests under way for `durationMs`: each client sends its next when its last is
 * answered. Bounded in time; `request` must settle.
 */
export async function underLoad(
  clients: number,
  durationMs: number,
  request: () => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  const startedMs = performance.now();
  const endMs = startedMs + durationMs;
  const client = async () => {
    while (performance.now() < endMs) {
      const sentMs = performance.now();
      await request();
      times.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - startedMs) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p50Ms: times[times.length >> 1] ?? Number.NaN };
}

export const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;
