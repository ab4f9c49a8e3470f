import { useTranslations } from 'next-intl';

/** The first stop of the Tab key: past the header, to what the page is for (WCAG 2.4.1). */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded-control bg-accent px-5 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {t('skip')}
    </a>
  );
}
