'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FigureTile } from '@/components/admin/figure-tile';
import { written } from '@/lib/i18n/written';
import { isFiltered } from './criteria';
import { useNow } from './use-now';
import { useWords } from './use-words';

/** The six figures, of what the filters leave. */
export function Tiles({ waiting }: { waiting: boolean }) {
  const t = useTranslations('admin.now.tiles');
  const words = useWords();
  const locale = useLocale();
  const { figures, look, known } = useNow();
  const show = (value: string) => (waiting ? '—' : value);
  const percent = new Intl.NumberFormat(written(locale), {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const share = figures.share === null ? '—' : percent.format(figures.share);
  const ofAll = isFiltered(look.filter) ? t('ofAll', { total: known }) : undefined;
  return (
    <section aria-label={t('label')} data-slot="tiles">
      <dl className="mb-6 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-3 sm:grid-cols-3 xl:grid-cols-6">
        <FigureTile label={t('locks')} value={show(words.count(figures.locks))} note={ofAll} />
        <FigureTile label={t('units')} value={show(words.count(figures.units))} />
        <FigureTile label={t('value')} value={show(words.money(figures.value))} />
        <FigureTile label={t('sessions')} value={show(words.count(figures.sessions))} />
        <FigureTile
          label={t('share')}
          value={show(share)}
          note={
            waiting
              ? undefined
              : figures.share === null
                ? t('noShare')
                : t('shareNote', { left: figures.left })
          }
        />
        <FigureTile label={t('soon')} value={show(words.count(figures.soon))} />
      </dl>
    </section>
  );
}
