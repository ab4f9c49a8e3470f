export const deviceKinds = ['phone', 'tablet', 'desktop', 'program'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Longer ones are nobody's browser; nothing beyond is looked at. */
const lengthMax = 400;

/**
 * What a `User-Agent` says that it runs on: `program` is whatever is no browser (RFC 9110, 10.1.5).
 * An iPad says that it is a Mac, and counts as one.
 * @returns null where nothing is said.
 */
export function deviceOf(userAgent: string | null): DeviceKind | null {
  const said = userAgent?.slice(0, lengthMax);
  if (!said) return null;
  if (!said.startsWith('Mozilla/') || /bot\b|crawl|spider|slurp/i.test(said)) return 'program';
  if (/iPad|Tablet|PlayBook|Silk|Kindle/.test(said)) return 'tablet';
  if (/Mobi|iPhone|iPod/.test(said)) return 'phone';
  return said.includes('Android') ? 'tablet' : 'desktop';
}
