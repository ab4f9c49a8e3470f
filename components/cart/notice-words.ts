import type { useTranslations } from 'next-intl';
import type { PassingNotice } from '@/components/ui/passing';
import { untilWhen } from '@/lib/i18n/until';
import type { CartNotice, Loss } from './notice';
import { placeKey, type Want } from './place';
import type { PlaceNames } from './use-place-names';

/** The reader's language. */
export type NoticeSpeech = {
  t: ReturnType<typeof useTranslations<'cart.notices'>>;
  errors: ReturnType<typeof useTranslations<'errors'>>;
  names: PlaceNames;
  locale: string;
};

/** What a notice says, one or more passing messages; `minutes` is how long a lock lives. */
export function noticeWords(
  { t, errors, names, locale }: NoticeSpeech,
  notice: CartNotice,
  minutes: number,
): PassingNotice[] {
  switch (notice.kind) {
    case 'locked':
      return [lockedWords(notice.wants)];
    case 'lost':
      return lossWords(notice.losses);
    case 'extended':
      return [
        {
          kind: 'cart-extended',
          tone: 'success',
          title: t(notice.by === 'hand' ? 'extendedByHand' : 'extendedByItself'),
          line: t('extendedLine', { minutes }),
        },
      ];
    case 'no_extensions':
      return [
        {
          kind: 'cart-extended',
          tone: 'warning',
          title: t('noExtensions'),
          line: t('noExtensionsLine'),
        },
      ];
    case 'swapped':
      return [
        {
          kind: 'cart-locked',
          tone: 'success',
          title: t('swapped', { places: names.all(notice.wants) }),
          line: t('swappedLine'),
        },
      ];
    case 'released':
      return [
        {
          kind: 'cart-released',
          tone: 'info',
          title: t('released', { places: names.all(notice.wants) }),
        },
      ];
    case 'lapsed':
      return [
        {
          kind: 'cart-lapsed',
          tone: 'warning',
          title: t('lapsed', { places: names.all(notice.wants) }),
          line: t('lapsedLine'),
        },
      ];
    case 'withdrawn':
      return [
        {
          kind: 'cart-withdrawn',
          tone: 'warning',
          title: t('withdrawn', { places: names.all(notice.wants) }),
          line: t('withdrawnLine'),
        },
      ];
    case 'unsent':
      return [
        {
          kind: 'cart-unsent',
          tone: 'warning',
          title: t('unsent', { places: names.all(notice.wants) }),
          line: errors(notice.code),
        },
      ];
    case 'limit':
      return [
        {
          kind: 'cart-limit',
          tone: 'warning',
          title: t('limit', { limit: notice.limit }),
          line: t('limitLine'),
        },
      ];
    case 'cooling':
      return [
        {
          kind: 'cart-cooling',
          tone: 'warning',
          title: t('cooling'),
          line: t('coolingLine', untilWhen(notice.until, locale)),
        },
      ];
    case 'refused':
      return [{ kind: 'cart-refused', tone: 'error', title: errors(notice.code) }];
  }

  function lockedWords(wants: Want[]): PassingNotice {
    const units = wants.reduce((sum, want) => sum + want.units, 0);
    const [only] = wants;
    const title =
      wants.length === 1 && only
        ? t('locked', { place: names.full(only.place, only.units) })
        : t('lockedMany', { count: units });
    return { kind: 'cart-locked', tone: 'success', title, line: t('lockedLine', { minutes }) };
  }

  function lossWords(losses: Loss[]): PassingNotice[] {
    const words: PassingNotice[] = [];
    const blocked = losses.filter((loss) => loss.reason === 'blocked');
    const short = losses.filter((loss) => loss.reason === 'capacity');
    const orphan = losses.filter((loss) => loss.reason === 'orphan');
    const others = [...blocked, ...short, ...orphan];
    const taken = losses.filter((loss) => !others.includes(loss));
    if (taken.length > 0) {
      words.push({
        kind: `cart-taken-${taken.map((loss) => placeKey(loss.place)).join()}`,
        tone: 'warning',
        title: t('taken', { places: names.all(taken) }),
        line: t('takenLine'),
      });
    }
    if (blocked.length > 0) {
      words.push({
        kind: 'cart-blocked',
        tone: 'warning',
        title: t('blocked', { places: names.all(blocked) }),
      });
    }
    if (orphan.length > 0) {
      words.push({
        kind: 'cart-orphan',
        tone: 'warning',
        title: t('orphan', { places: names.all(orphan) }),
        line: t('orphanLine'),
      });
    }
    for (const { place, units, available } of short) {
      words.push({
        kind: `cart-short-${place.zoneId}`,
        tone: 'warning',
        title: t('short', { available: available ?? 0, zone: place.zoneName }),
        line: units === 1 ? t('shortLineOne') : t('shortLine', { requested: units }),
      });
    }
    return words;
  }
}
