import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const config: NextConfig = {
  // The REST paths answer with and without the last slash, never with a redirect.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `/fr` or `/anything`: not found outside both languages, where no layout is at hand.
  experimental: { globalNotFound: true },
  serverExternalPackages: ['postgres', 'nodemailer'],
};

export default withNextIntl(config);
