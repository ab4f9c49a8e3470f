/** The first that fits counts: most browsers name those that they descend from as well. */
const browsers: [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|OPT)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+ .*Safari\//],
];

const systems: [name: string, mark: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/**
 * Browser and system as people call them, such as `Firefox · Android`; empty where the `User-Agent`
 * tells neither. A few words of ours, and nothing else of what was sent.
 */
export function deviceOf(userAgent: string | null): string {
  const named = (marks: typeof browsers) =>
    marks.find(([, mark]) => mark.test((userAgent ?? '').slice(0, 512)))?.[0];
  return [named(browsers), named(systems)].filter(Boolean).join(' · ');
}
