import type { createTranslator } from 'next-intl';
import type { PassingNotice } from '@/components/ui/passing';
import type { coolMinutes, SourceReleased } from '@/lib/alerts/schema';
import type { AlertSpeech } from '@/lib/alerts/words';
import type messages from '@/messages/es.json';
import type { Deed } from './deeds';

/** The words that a release in Now has. */
type ReleaseSpeech = ReturnType<typeof createTranslator<typeof messages, 'admin.now.dialog'>>;

type Done = SourceReleased & { deed: Deed; minutes: (typeof coolMinutes)[number] };

/** What became of a source; first of all what stays because it is being paid for, and why. */
export function outcomeNotice(
  t: AlertSpeech,
  now: ReleaseSpeech,
  { deed, minutes, released, kept }: Done,
): PassingNotice {
  const lines = [
    ...(deed === 'coolOnly' ? [] : [t('dialog.doneReleased', { count: released, kept })]),
    ...(deed === 'releaseOnly'
      ? []
      : [t('dialog.doneCooled', { time: t(`dialog.durations.${minutes}`) })]),
  ];
  if (kept === 0) {
    return { kind: 'alert-deed', tone: 'success', title: t('dialog.done'), line: lines.join(' ') };
  }
  const line = [...lines, now('keptLine')].join(' ');
  return { kind: 'alert-deed', tone: 'warning', title: now('kept', { count: kept }), line };
}
