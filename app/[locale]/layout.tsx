import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '../globals.css';
import { SkipLink } from '@/components/shell/skip-link';
import { Toaster } from '@/components/ui/toaster';
import { config } from '@/lib/config';
import { routing } from '@/lib/i18n/routing';

/** The first part of a path is a language; `next.config.ts` sends other addresses to one. */
export const dynamicParams = false;
export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

// Each page says who is signed in and what is free at this moment: nothing is rendered beforehand.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'shell' });
  return {
    metadataBase: new URL(config().publicUrl),
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    openGraph: {
      type: 'website',
      siteName: t('name'),
      locale: locale === 'es' ? 'es_ES' : 'en_GB',
      images: [{ url: '/opengraph-image.png', width: 1200, height: 630, alt: t('name') }],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9f4ea' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1019' },
  ],
};

/** The house: its language, and the place where notices appear. */
export default async function HouseLayout({ params, children }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  // What only the server says stays there: each page carries the rest.
  const { mail: _mail, account: _account, admin: _admin, ...messages } = await getMessages();
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider messages={messages}>
          <SkipLink />
          {children}
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
