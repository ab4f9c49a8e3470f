import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { everywhere, noPage, overHttps } from './lib/http/fixed-headers';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed once, by the build: no page carries a parser for them.
  experimental: {
    messages: {
      path: './messages',
      locales: 'infer',
      format: 'json',
      sourceLocale: 'es',
      precompile: true,
    },
  },
});

const noPages = '/:first(sales|api|healthz|readyz|metrics|openapi\\.json)/:rest*';

/** An address without its language: anything whose first part is no language and no endpoint. */
const bare = '/:first((?!(?:es|en|sales|api|healthz|readyz|metrics|_next)(?:/|$))[^/.]+)/:rest*';

const config: NextConfig = {
  // The REST paths answer with and without the last slash, never with a redirect.
  skipTrailingSlashRedirect: true,
  redirects: async () => [
    {
      source: bare,
      has: [{ type: 'header', key: 'accept-language', value: 'en\\b.*' }],
      destination: '/en/:first/:rest*',
      permanent: false,
    },
    { source: bare, destination: '/es/:first/:rest*', permanent: false },
  ],
  poweredByHeader: false,
  reactStrictMode: true,
  // Not found outside both languages, where no layout is at hand.
  experimental: { globalNotFound: true, authInterrupts: true },
  // Without the tests, which `npm test` checks: who only starts the product does not wait for them.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  serverExternalPackages: ['postgres', 'nodemailer'],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https(,.*)?' }],
      headers: overHttps,
    },
    { source: noPages, headers: noPage },
  ],
};

export default withNextIntl(config);
