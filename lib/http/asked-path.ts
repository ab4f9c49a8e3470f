/** The proxy's word of a page's address, which a layout is not told; one that came along is replaced. */
export const askedPathHeader = 'x-butaca-asked-path';

/** The same address in another language, for `/es/…?…`. */
export function inLanguage(askedPath: string, locale: string): string {
  const [path = '', query = ''] = askedAgain(askedPath).split('?', 2);
  const rest = path.split('/').slice(2).join('/');
  return `/${locale}/${rest}${query ? `?${query}` : ''}`.replace(/\/$/, '');
}

/** The address as a person asks for it: what Next.js adds for itself is left out. */
export function askedAgain(askedPath: string): string {
  const [path = '', query = ''] = askedPath.split('?', 2);
  const search = new URLSearchParams(query);
  search.delete('_rsc');
  return search.size > 0 ? `${path}?${search}` : path;
}
