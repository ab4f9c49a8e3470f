'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useStore } from './use-now';

/** Often enough to follow, seldom enough to listen to something else. */
const everyMs = 20_000;

/** How things stand, for ears; never a word about a single line. */
export function SpokenSummary() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setInterval(() => {
      const { locks, sessions, soon } = store.read().figures;
      setSaid(t('summary', { locks, sessions, soon }));
    }, everyMs);
    return () => clearInterval(timer);
  }, [store, t]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
