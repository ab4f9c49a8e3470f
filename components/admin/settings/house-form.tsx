'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { OnceAlive } from '@/components/ui/once-alive';
import { listOf } from '@/lib/i18n/lists';
import type { HouseNames } from '@/lib/tenants/house-names';
import { differing } from '@/lib/tenants/policy';
import { type Change, type House, houseTextMax } from '@/lib/tenants/schema';
import { changeHouseAction } from '@/lib/tenants/staff-actions';
import { CurrencyField } from './currency-field';
import { fieldOf, type HouseField, readHouseDraft, rebasedHouse } from './house-draft';
import { LanguagesField } from './languages-field';
import { OutcomeNotice } from './outcome-notice';
import { SaveBar } from './save-bar';
import { TimeZoneField } from './time-zone-field';
import { useSaving } from './use-saving';
import { WrongFields } from './wrong-fields';

type Props = {
  tenant: string;
  house: House;
  names: HouseNames;
  currencyInUse: boolean;
  timeZoneInUse: boolean;
};

/** What a house says of itself, where it is, and what it charges in. */
export function HouseForm(props: Props) {
  const t = useTranslations('admin.settings.house');
  const locale = useLocale();
  const [based, setBased] = useState(props.house);
  const [draft, setDraft] = useState(props.house);
  const [theirs, setTheirs] = useState<Change[]>([]);
  const [tried, setTried] = useState<{ times: number; wrong: HouseField[] }>({
    times: 0,
    wrong: [],
  });
  const { save, pending, outcome, forget } = useSaving<House>();

  const refuse = (wrong: HouseField[]) => setTried({ times: tried.times + 1, wrong });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { house, wrong } = readHouseDraft(draft);
    if (!house) {
      forget();
      return refuse(wrong);
    }
    setTried({ times: 0, wrong: [] });
    save(
      () => changeHouseAction(props.tenant, { based, house }),
      (reached) => {
        if (reached.kind === 'saved') {
          setBased(house);
          setDraft(house);
        } else if (reached.kind === 'stale') {
          setTheirs(differing(based, reached.now));
          setDraft(rebasedHouse(draft, based, reached.now));
          setBased(reached.now);
        } else {
          const named = reached.paths.map(fieldOf).filter((field) => field !== null);
          if (named.length > 0) refuse(named);
        }
      },
    );
  };

  const wrongAt = (field: HouseField) =>
    tried.wrong.includes(field) ? t(`wrong.${field}`, { max: maxOf(field) }) : undefined;
  const text = (
    field: 'name' | 'taglineEs' | 'taglineEn',
    value: string,
    set: (v: string) => House,
  ) => (
    <Field
      id={`house-${field}`}
      label={t(field)}
      hint={t(`hints.${field}`)}
      error={wrongAt(field)}
      lang={field === 'taglineEn' ? 'en' : field === 'taglineEs' ? 'es' : undefined}
      autoComplete="off"
      value={value}
      onChange={(event) => setDraft(set(event.currentTarget.value))}
    />
  );

  return (
    <form noValidate onSubmit={submit} method="post" className="grid gap-6">
      <OnceAlive>
        <WrongFields
          tries={tried.times}
          wrong={tried.wrong.map((field) => ({ id: `house-${field}`, name: t(field) }))}
        />
        <div className="grid max-w-3xl gap-6 rounded-card border border-line bg-raised p-4 sm:p-6">
          {text('name', draft.name, (name) => ({ ...draft, name }))}
          {text('taglineEs', draft.tagline.es, (es) => ({
            ...draft,
            tagline: { ...draft.tagline, es },
          }))}
          {text('taglineEn', draft.tagline.en, (en) => ({
            ...draft,
            tagline: { ...draft.tagline, en },
          }))}
          <LanguagesField
            value={draft.languages}
            names={props.names.languages}
            error={wrongAt('languages')}
            onChange={(languages) => setDraft({ ...draft, languages })}
          />
          <TimeZoneField
            value={draft.timeZone}
            fixed={props.timeZoneInUse && draft.timeZone === based.timeZone}
            error={wrongAt('timeZone')}
            onChange={(timeZone) => setDraft({ ...draft, timeZone })}
          />
          <CurrencyField
            value={draft.currency}
            names={props.names.currencies}
            fixed={props.currencyInUse && draft.currency === based.currency}
            error={wrongAt('currency')}
            onChange={(currency) => setDraft({ ...draft, currency })}
          />
        </div>
        <OutcomeNotice
          outcome={outcome}
          theirs={theirs}
          timeZone={based.timeZone}
          words={({ field, before, after }) => ({
            name: t(`fields.${field as keyof House}`),
            before: shown(before, props.names.languages, locale),
            after: shown(after, props.names.languages, locale),
          })}
        />
        <SaveBar pending={pending} unsaved={differing(based, draft).length} />
      </OnceAlive>
    </form>
  );
}

const maxOf = (field: HouseField) => (field === 'name' ? houseTextMax.name : houseTextMax.tagline);

/** Any value of the house in a line. */
function shown(value: unknown, languages: Record<string, string>, locale: string): string {
  if (Array.isArray(value)) {
    return listOf(
      value.map((each) => languages[each] ?? each),
      locale,
    );
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).join(' / ');
  return String(value);
}
