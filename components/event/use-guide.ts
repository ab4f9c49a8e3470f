'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Adviser } from '@/components/offers/adviser';
import type { SeatGuide } from '@/components/seat-map/seat-guide';
import { type SeatLook, type SeatStore, seatLook } from '@/components/seat-map/seat-store';
import { listOf } from '@/lib/i18n/lists';

/** What is told of a seat before the click, and which seats a click would take. */
export function useGuide({
  labels,
  store,
  adviser,
  moving,
  canChoose,
  watchedIds,
  watchFull,
}: {
  labels: readonly string[];
  store: SeatStore;
  adviser: Adviser | null;
  /** Ids of the seats that are being changed. */
  moving: readonly number[];
  canChoose: boolean;
  watchedIds: string;
  /** No more seats can be waited for. */
  watchFull: boolean;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const [looked, setLooked] = useState<number | null>(null);
  const given = useMemo(() => moving.map((id) => store.indexOf(id)), [moving, store]);
  const blockAt = useCallback(
    (seat: number) => adviser?.block(seat, given.length, given) ?? null,
    [adviser, given],
  );

  const guide = useMemo((): SeatGuide => {
    const watched = new Set(watchedIds === '' ? [] : watchedIds.split(',').map(Number));
    const isWatched = (seat: number) => watched.has(store.idAt(seat));
    const seatsOf = (seats: readonly number[]) => ({
      count: seats.length,
      seats: listOf(
        seats.map((seat) => labels[seat]!),
        locale,
      ),
    });
    const hint = (seat: number, seen: SeatLook): string | null => {
      if (!canChoose) return null;
      if (seen === seatLook.held && isWatched(seat)) return t('watch.watching');
      if (seen === seatLook.held) return t(watchFull ? 'watch.full' : 'watch.hint');
      if (seen !== seatLook.free || !adviser) return null;
      if (given.length > 0) {
        const block = blockAt(seat);
        return block ? t('swap.hint', seatsOf(block)) : t('swap.noRoom', { count: given.length });
      }
      const verdict = adviser.verdict([seat]);
      return verdict && t('offers.orphan', seatsOf(verdict.lonely));
    };
    const canBeWatched = (seat: number, seen: SeatLook) =>
      canChoose && seen === seatLook.held && (!watchFull || isWatched(seat));
    return {
      hint,
      answers: canBeWatched,
      watched: (seat, seen) => (canBeWatched(seat, seen) ? isWatched(seat) : null),
      // Only a change of seats draws what is looked at: else a hover costs nothing.
      look: (seat) => given.length > 0 && setLooked(seat),
    };
  }, [t, locale, labels, store, adviser, given, blockAt, canChoose, watchedIds, watchFull]);

  const preview = useMemo(() => {
    if (given.length === 0 || looked === null) return [];
    return store.lookAt(looked) === seatLook.free ? (blockAt(looked) ?? []) : [];
  }, [given, looked, store, blockAt]);
  useEffect(() => store.setPreview(preview), [store, preview]);
  return { guide, preview, given };
}
