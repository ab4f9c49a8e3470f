'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale } from 'next-intl';
import { Suspense } from 'react';
import { Link, usePathname } from '@/lib/i18n/navigation';
import { languageNames, routing } from '@/lib/i18n/routing';

/** This same page in the other language, named as that language names itself. */
export function OtherLanguage() {
  return (
    <Suspense>
      <Choice />
    </Suspense>
  );
}

function Choice() {
  const current = useLocale();
  const path = usePathname();
  const search = useSearchParams().toString();
  const other = routing.locales.find((locale) => locale !== current) ?? routing.defaultLocale;
  return (
    <Link
      data-slot="other-language"
      href={search ? `${path}?${search}` : path}
      locale={other}
      lang={other}
      hrefLang={other}
      prefetch={false}
      className="inline-flex min-h-11 items-center rounded-control px-3 text-muted hover:bg-sunken hover:text-ink"
    >
      {languageNames[other]}
    </Link>
  );
}
