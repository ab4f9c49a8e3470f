/**
 * Where to go after signing in: a path of this site, or `fallback`. A link that leads the signed-in
 * buyer to another site is how passwords are stolen, so anything else than a plain path is dropped.
 */
export function returnPath(wanted: string | string[] | undefined, fallback: string): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return fallback;
  // Browsers drop control characters from an address, and read a backslash as a slash.
  if (/[\p{Cc}\\]/u.test(wanted)) return fallback;
  const site = 'https://here.invalid';
  if (!URL.canParse(wanted, site)) return fallback;
  const url = new URL(wanted, site);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `//host` is another site, also when it only appears once `..` has been followed.
  return url.origin === site && !path.startsWith('//') ? path : fallback;
}
