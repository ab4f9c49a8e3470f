/** What a browser runs on; null where it does not say. */
export type DeviceKind = 'phone' | 'tablet' | 'desktop' | 'program';

const programs =
  /bot\b|bot[/;_-]|crawl|spider|slurp|curl|wget|python|java\/|okhttp|go-http|node|axios|undici|postman|insomnia|headless|phantom|lighthouse|facebookexternalhit|preview|monitor|scan|http-?client|libwww|ruby|perl|php/i;
const tablets = /ipad|tablet|kindle|silk\/|playbook|nexus (7|9|10)\b|sm-t\d|android(?!.*mobile)/i;
const phones = /iphone|ipod|android.*mobile|windows phone|mobile|opera mini|iemobile|blackberry/i;

/**
 * The kind of device that a `User-Agent` speaks of. An iPad that asks for desktop pages calls itself
 * a Mac, and is taken for one. What is no browser at all, and says so, is a program.
 */
export function deviceOf(userAgent: string | null | undefined): DeviceKind | null {
  const agent = (userAgent ?? '').slice(0, 1_000);
  if (agent.trim() === '') return null;
  if (programs.test(agent)) return 'program';
  if (tablets.test(agent)) return 'tablet';
  if (phones.test(agent)) return 'phone';
  return /mozilla\/|opera\//i.test(agent) ? 'desktop' : 'program';
}
