const hourMs = 3_600_000;

/** How likely people are to be buying at each local hour: little by night, most after dinner. */
const likings = [
  0.45, 0.2, 0.1, 0.06, 0.05, 0.07, 0.15, 0.3, 0.5, 0.65, 0.8, 0.82, 0.78, 0.72, 0.62, 0.6, 0.64,
  0.7, 0.78, 0.86, 0.95, 1, 0.9, 0.66,
];

/** Of all carts, those of the first hours, when everybody waits for the sale to open. */
const rushShare = 0.2;
const rushHours = 3;

/** How far the clocks of a time zone are ahead of UTC at a moment. */
export function offsetMs(timeZone: string, at: Date): number {
  const parts = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  const local = new Intl.DateTimeFormat('sv', parts).format(at);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1_000) * 1_000;
}

/**
 * A source of moments between two, most of them soon after the first, at hours at which people
 * are awake.
 * @param ahead as `offsetMs` says.
 */
export function moments(from: Date, to: Date, ahead: number, random: () => number): () => Date {
  const [first, length] = [from.getTime(), to.getTime() - from.getTime()];
  return () => {
    if (random() < rushShare) {
      return new Date(first + Math.min(length, rushHours * hourMs) * random() ** 2);
    }
    for (let tries = 0; tries < 20; tries += 1) {
      const at = first + length * random() ** 1.3;
      const hour = Math.floor((at + ahead) / hourMs) % 24;
      if (random() < likings[hour]!) return new Date(at);
    }
    return new Date(first + length * random());
  };
}
