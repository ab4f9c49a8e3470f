'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { cn } from '@/components/ui/class-names';
import { Link, usePathname } from '@/lib/i18n/navigation';
import { routing } from '@/lib/i18n/routing';

const names = { es: 'Español', en: 'English' } as const;

/** This same page in the other language. Each language is named in itself. */
export function LanguageSwitch({ className }: { className?: string }) {
  return (
    <Suspense>
      <Choices className={className} />
    </Suspense>
  );
}

function Choices({ className }: { className?: string }) {
  const t = useTranslations('shell');
  const current = useLocale();
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <nav aria-label={t('language')} className={cn('flex gap-1', className)}>
      {routing.locales.map((locale) => (
        <Link
          key={locale}
          href={search ? `${path}?${search}` : path}
          locale={locale}
          lang={locale}
          hrefLang={locale}
          prefetch={false}
          aria-current={locale === current ? 'true' : undefined}
          className="inline-flex min-h-11 items-center rounded-control px-3 text-muted text-sm hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-brass aria-[current]:underline-offset-8"
        >
          {names[locale]}
        </Link>
      ))}
    </nav>
  );
}
