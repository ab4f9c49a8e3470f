/** The proxy's word of a page's address, which a layout is not told; one that came along is replaced. */
export const askedPathHeader = 'x-butaca-asked-path';

/** The same address in another language, for `/es/…?…`; what Next.js adds for itself is left out. */
export function inLanguage(askedPath: string, locale: string): string {
  const [path = '', query = ''] = askedPath.split('?', 2);
  const search = new URLSearchParams(query);
  search.delete('_rsc');
  const rest = path.split('/').slice(2).join('/');
  return `/${locale}/${rest}${search.size > 0 ? `?${search}` : ''}`.replace(/\/$/, '');
}
