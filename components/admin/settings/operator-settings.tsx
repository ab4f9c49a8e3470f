'use client';

import { useTranslations } from 'next-intl';
import { useSettingWords } from './use-setting-words';

type Props = { cleanupMinutes: number; fromVariable: boolean };

/** What only whoever runs the server sets: told, and not to be changed here. */
export function OperatorSettings({ cleanupMinutes, fromVariable }: Props) {
  const t = useTranslations('admin.settings');
  const { length } = useSettingWords();
  return (
    <section
      aria-labelledby="group-operator"
      className="mt-6 rounded-card border border-line px-4 py-5 sm:px-6"
    >
      <h2 id="group-operator" className="font-display text-2xl">
        {t('groups.operator')}
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">{t('operatorLine')}</p>
      <dl className="mt-4">
        <dt className="font-semibold">
          {t('cleanup')}{' '}
          <code className="font-normal text-muted text-xs">CART_LOCK_CLEANUP_INTERVAL</code>
        </dt>
        <dd className="mt-1 text-sm">
          <strong>{t('every', { length: length(cleanupMinutes * 60) })}</strong>
          {' · '}
          {t(fromVariable ? 'cleanupSet' : 'cleanupDefault')}
        </dd>
        <dd className="mt-1 max-w-prose text-muted text-sm">{t('cleanupLine')}</dd>
      </dl>
    </section>
  );
}
