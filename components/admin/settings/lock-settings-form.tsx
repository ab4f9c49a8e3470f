'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { OnceAlive } from '@/components/ui/once-alive';
import type { LockSettings, OwnSettings } from '@/lib/settings';
import { differing, settingNames } from '@/lib/tenants/policy';
import type { Change } from '@/lib/tenants/schema';
import { changeSettingsAction } from '@/lib/tenants/staff-actions';
import { draftOf, inForce, readDraft, rebased, type SettingField, valuesOf } from './draft';
import { OutcomeNotice } from './outcome-notice';
import { SaveBar } from './save-bar';
import { SettingRow } from './setting-row';
import { useSaving } from './use-saving';
import { useSettingWords } from './use-setting-words';
import { useTogether } from './use-together';
import { WrongFields } from './wrong-fields';

const groups = {
  time: ['duration', 'warning', 'autoExtend', 'extensions'],
  cart: ['limit', 'graceSeconds', 'paymentWindow'],
  hall: ['orphanRule'],
} as const satisfies Record<string, SettingField[]>;
const groupNames = Object.keys(groups) as (keyof typeof groups)[];

type Props = {
  tenant: string;
  timeZone: string;
  own: OwnSettings;
  inherited: LockSettings;
  /** Names of the variables that the operator has set. */
  variables: string[];
};

/** What governs the locks of a house. What is saved holds from the next lock on. */
export function LockSettingsForm(props: Props) {
  const { tenant, timeZone, inherited, variables } = props;
  const t = useTranslations('admin.settings');
  const locale = useLocale();
  const { value } = useSettingWords();
  const [based, setBased] = useState(props.own);
  const [draft, setDraft] = useState(() => draftOf(props.own, inherited, locale));
  const [theirs, setTheirs] = useState<Change[]>([]);
  const [tried, setTried] = useState(0);
  const { save, pending, outcome, forget } = useSaving<OwnSettings>();
  const { settings, wrong } = readDraft(draft);
  const together = useTogether(settings, inherited);
  const [holds, wouldHold] = [inForce(based, inherited), inForce(settings, inherited)];
  const changed = differing(based, settings).map(({ field }) => field as SettingField);
  const unsaved = new Set([...changed, ...wrong]).size;
  const shownWrong = tried > 0 ? wrong : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(wrong.length > 0 ? tried + 1 : 0);
    if (wrong.length > 0) return forget();
    save(
      () => changeSettingsAction(tenant, { based, settings }),
      (reached) => {
        if (reached.kind === 'saved') setBased(settings);
        if (reached.kind !== 'stale') return;
        const [before, now] = [
          draftOf(based, inherited, locale),
          draftOf(reached.now, inherited, locale),
        ];
        setTheirs(differing(based, reached.now));
        setDraft(rebased(draft, before, now));
        setBased(reached.now);
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} method="post" className="grid gap-6">
      <OnceAlive>
        <WrongFields
          tries={tried}
          wrong={shownWrong.map((field) => ({
            id: `setting-${field}`,
            name: t(`fields.${field}.name`),
          }))}
        />
        {groupNames.map((group) => (
          <section
            key={group}
            aria-labelledby={`group-${group}`}
            className="rounded-card border border-line bg-raised px-4 pt-5 sm:px-6"
          >
            <h2 id={`group-${group}`} className="mb-1 font-display text-2xl">
              {t(`groups.${group}`)}
            </h2>
            {groups[group].map((field) => (
              <SettingRow
                key={field}
                field={field}
                part={draft[field]}
                holds={holds}
                wouldHold={wouldHold}
                inherited={valuesOf(inherited)}
                fromVariable={variables.includes(settingNames[field].variable ?? '')}
                wrong={shownWrong.includes(field)}
                together={together(field)}
                onChange={(part) => setDraft({ ...draft, [field]: part })}
              />
            ))}
          </section>
        ))}
        <OutcomeNotice
          outcome={outcome}
          theirs={theirs}
          timeZone={timeZone}
          words={({ field, before, after }) => ({
            name: t(`fields.${field as SettingField}.name`),
            before: value(field as SettingField, before as OwnSettings[SettingField]),
            after: value(field as SettingField, after as OwnSettings[SettingField]),
          })}
          after={(count) => t('openKeep', { count })}
        />
        <SaveBar pending={pending} unsaved={unsaved} />
      </OnceAlive>
    </form>
  );
}
