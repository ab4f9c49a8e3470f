/** The server's clock, as it told it; between tellings the page's own steady clock counts on. */
export class ServerClock {
  #aheadMs: number;

  /** @param steadyMs reads a clock that only grows, as `performance.now()`. */
  constructor(private readonly steadyMs: () => number = () => performance.now()) {
    this.#aheadMs = Date.now() - steadyMs();
  }

  told(serverTime: string): void {
    this.#aheadMs = Date.parse(serverTime) - this.steadyMs();
  }

  nowMs(): number {
    return this.steadyMs() + this.#aheadMs;
  }
}

/** `4:05`, or `1:02:30` from an hour on. Never below nothing. */
export function faceOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (figure: number) => String(figure).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
