import { useTranslations } from 'next-intl';
import { ago } from '@/lib/i18n/ago';
import type { OpenSession } from '@/lib/users/schema';
import { DeviceList } from './device-list';

type Props = { sessions: OpenSession[]; current: string; locale: string };

/** Where the account is open. Its words are said here: the shop's pages do not carry them. */
export function Devices({ sessions, current, locale }: Props) {
  const t = useTranslations('account');
  const mine = sessions.filter(({ id }) => id === current);
  const others = sessions.filter(({ id }) => id !== current);
  const devices = [...mine, ...others].map(({ id, device, ageSeconds, idleSeconds }) => {
    const name = device || t('unknownDevice');
    const since = ago(ageSeconds, locale) ?? t('now');
    // Whoever reads this is here, whenever that was last written down.
    const seen = (id !== current && ago(idleSeconds, locale)) || t('now');
    return {
      id,
      name,
      isThis: id === current,
      line: t('deviceLine', { since, seen }),
      label: t('endSessionOf', { device: name }),
      ended: t('endedSession', { device: name }),
    };
  });
  return (
    <DeviceList
      devices={devices}
      words={{
        title: t('devices'),
        line: t('devicesLine'),
        isThis: t('thisDevice'),
        end: t('endSession'),
        endOthers: t('endOthers'),
        endedOthers: t('endedOthers'),
        failed: t('endFailed'),
        more: t('moreDevices'),
      }}
    />
  );
}
