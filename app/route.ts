import { languageOf } from '@/lib/i18n/accept-language';

/** The bare address leads to the front page in the visitor's language. */
export function GET(request: Request): Response {
  const locale = languageOf(request.headers.get('accept-language'));
  return new Response(null, {
    status: 307,
    headers: { location: `/${locale}`, vary: 'accept-language', 'cache-control': 'no-store' },
  });
}
