'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useEscape } from '@/components/swap/use-escape';
import { onFirstInput } from '@/components/ui/first-input';
import { useLater } from '@/components/ui/use-later';
import { useHiddenTitle } from '@/components/watch/use-hidden-title';
import type { HallCardsProps } from './hall-cards';

const getCards = async () => (await import('./hall-cards')).HallCards;

/** What is told over the hall, aloud as well; its code comes with the first input. */
export function HallNotices(props: HallCardsProps) {
  const { offers, watch, moving, onEndSwap } = props;
  const t = useTranslations('watch');
  const [spoken, say] = useState('');
  const back = watch.list.filter(({ phase }) => phase === 'back');
  useHiddenTitle(back.length > 0 ? t('title', { count: back.length }) : null);
  const swapping = moving.length > 0;
  useEscape(swapping && !offers.open, onEndSwap);
  const told =
    swapping || offers.open !== null || watch.list.some(({ phase }) => phase !== 'waiting');
  const { part: Cards, load } = useLater(getCards);
  useEffect(() => (told ? load() : onFirstInput(load)), [told, load]);
  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {told && Cards && <Cards {...props} say={say} />}
    </>
  );
}
