import { useTranslations } from 'next-intl';
import { Pill } from '@/components/admin/pill';
import type { Ghost, Row } from './row';

const tones = { cart: 'calm', checkout: 'calm', paying: 'good' } as const;

/** How far its buyer is; of one that ended, why it did. */
export function StagePill({ row, ghost }: { row: Row; ghost: Ghost | null }) {
  const t = useTranslations('admin.now');
  if (ghost) {
    const tone = ghost.reason === 'sale' ? 'good' : 'warn';
    return <Pill tone={tone}>{t(`reasons.${ghost.reason}`)}</Pill>;
  }
  if (row.leaving) {
    return (
      <Pill tone="warn" title={t('leavingLong')}>
        {t('leaving')}
      </Pill>
    );
  }
  return <Pill tone={tones[row.stage]}>{t(`stages.${row.stage}`)}</Pill>;
}
