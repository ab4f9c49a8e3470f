'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { LossReason, SeatHistory } from '@/lib/heat/schema';
import { shortDate } from '@/lib/i18n/dates';
import { useFigureWords } from './use-figure-words';

const reasons: LossReason[] = ['timeout', 'buyer', 'tab_closed', 'admin'];

/** A seat's story in short sentences: locked, sold, abandoned and why. */
export function useStoryWords(
  saleStartsAt: string,
  timeZone: string,
): (story: SeatHistory) => string[] {
  const t = useTranslations('admin.hall');
  const locale = useLocale();
  const { minutes } = useFigureWords();
  return useCallback(
    ({ locks, soldAt, live, lost }) => {
      const lines = [t('story.locks', { count: locks })];
      if (live) lines.push(t('story.live'));
      if (soldAt) {
        const after = Math.floor((Date.parse(soldAt) - Date.parse(saleStartsAt)) / 60_000);
        const when = shortDate(soldAt, locale, timeZone);
        lines.push(
          after < 0
            ? t('story.soldBefore', { when })
            : t('story.sold', { when, after: minutes(after) }),
        );
      }
      const count = reasons.reduce((sum, reason) => sum + lost[reason], 0);
      const why = reasons
        .filter((reason) => lost[reason] > 0)
        .map((reason) => t(`story.reason.${reason}`, { count: lost[reason] }))
        .join('; ');
      if (count > 0) lines.push(t('story.lost', { count, why }));
      return lines;
    },
    [t, locale, timeZone, saleStartsAt, minutes],
  );
}
