import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

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

/** What every answer says. The policy of pages, with its nonce, comes from proxy.ts. */
const everywhere = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  // An order's address holds its key: no other site may learn it.
  { key: 'referrer-policy', value: 'same-origin' },
  {
    key: 'permissions-policy',
    value: 'camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=()',
  },
];

/** Only over HTTPS, as a reverse proxy tells it: browsers keep to it from then on. */
const overHttps = [{ key: 'strict-transport-security', value: 'max-age=31536000' }];

/** What is no page shows nothing, runs nothing and stands in no frame. */
const noPage = [
  { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" },
];
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
  experimental: { globalNotFound: true },
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
