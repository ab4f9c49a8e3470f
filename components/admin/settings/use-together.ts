'use client';

import { useTranslations } from 'next-intl';
import {
  type LockSettings,
  lockDefaults,
  type OwnSettings,
  settingsFrom,
  warningMsMax,
} from '@/lib/settings';
import type { SettingField } from './draft';
import { useSettingWords } from './use-setting-words';

/** How the settings work on one another, as the form stands. */
export function useTogether(own: OwnSettings, inherited: LockSettings) {
  const t = useTranslations('admin.settings.together');
  const { length } = useSettingWords();
  const would = settingsFrom(own, inherited);
  const shown = (ms: number) => length(ms / 1000);

  return (field: SettingField): string | null => {
    switch (field) {
      case 'duration':
        return t('duration', {
          longest: shown(would.durationMs * (1 + would.maxExtensions) + would.paymentWindowMs),
        });
      case 'warning': {
        const wanted = own.warning === null ? inherited.warningMs : own.warning * 60_000;
        const most = shown(warningMsMax(would.durationMs));
        return would.warningMs < wanted
          ? t('warningCut', { wanted: shown(wanted), most })
          : t('warning', { most });
      }
      case 'autoExtend':
        if (!would.autoExtend) return t('autoExtendOff');
        return would.maxExtensions === 0
          ? t('autoExtendNone')
          : t('autoExtend', { warning: shown(would.warningMs) });
      case 'extensions':
        // WCAG 2.2.1 asks for ten, and ten are what the product has by itself.
        return would.maxExtensions < lockDefaults.maxExtensions ? t('extensionsFew') : null;
      default:
        return null;
    }
  };
}
