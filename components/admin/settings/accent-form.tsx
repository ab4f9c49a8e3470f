'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { velvet } from '@/components/shell/accent';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { OnceAlive } from '@/components/ui/once-alive';
import { useRouter } from '@/lib/i18n/navigation';
import { differing } from '@/lib/tenants/policy';
import { accentSchema, type Change } from '@/lib/tenants/schema';
import { changeAccentAction } from '@/lib/tenants/staff-actions';
import { AccentPreview } from './accent-preview';
import { OutcomeNotice } from './outcome-notice';
import { RadioLine } from './radio-line';
import { useSaving } from './use-saving';
import { WrongFields } from './wrong-fields';

type Now = { accent: string | null };
type Props = { tenant: string; name: string; timeZone: string; accent: string | null };

/** Where the picker opens for a house without a colour. */
const startsAt = velvet.light.accent;

/** The house's colour, and how it comes out where it has to be read. */
export function AccentForm({ tenant, name, timeZone, accent }: Props) {
  const t = useTranslations('admin.settings.look');
  const router = useRouter();
  const [based, setBased] = useState(accent);
  const [own, setOwn] = useState(accent !== null);
  const [text, setText] = useState(accent ?? startsAt);
  const [theirs, setTheirs] = useState<Change[]>([]);
  const [tries, setTries] = useState(0);
  const { save, pending, outcome, forget } = useSaving<Now>();
  const parsed = accentSchema.safeParse(own ? text : null);
  const chosen = parsed.success ? parsed.data : null;
  const wrong = tries > 0 && !parsed.success;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(parsed.success ? 0 : tries + 1);
    if (!parsed.success) return forget();
    save(
      () => changeAccentAction(tenant, { based, accent: parsed.data }),
      (reached) => {
        if (reached.kind === 'saved') {
          setBased(parsed.data);
          // The page itself is in the house's colour.
          router.refresh();
        }
        if (reached.kind !== 'stale') return;
        setTheirs(differing({ accent: based }, reached.now));
        setBased(reached.now.accent);
      },
    );
  };
  const write = (value: string) => {
    setOwn(true);
    setText(value);
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      method="post"
      aria-labelledby="accent-title"
      className="grid gap-5 rounded-card border border-line bg-raised p-4 sm:p-6"
    >
      <OnceAlive>
        <h2 id="accent-title" className="font-display text-2xl">
          {t('colour')}
        </h2>
        <WrongFields tries={tries} wrong={wrong ? [{ id: 'house-accent', name: t('hex') }] : []} />
        <fieldset className="min-w-0">
          <legend className="sr-only">{t('colour')}</legend>
          <RadioLine name="accent-way" checked={!own} onPick={() => setOwn(false)}>
            {t('velvet')}
          </RadioLine>
          <RadioLine name="accent-way" checked={own} onPick={() => setOwn(true)}>
            {t('ownColour')}
          </RadioLine>
          <div className="ml-7.5 flex flex-wrap items-center gap-3">
            <input
              type="color"
              aria-label={t('picker')}
              value={own && chosen ? chosen : startsAt}
              onChange={(event) => write(event.currentTarget.value)}
              className="size-11 cursor-pointer rounded-control border border-control bg-raised p-1"
            />
            <Input
              id="house-accent"
              aria-label={t('hex')}
              aria-describedby={wrong ? 'house-accent-error' : undefined}
              aria-invalid={wrong ? true : undefined}
              value={text}
              maxLength={12}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => write(event.currentTarget.value)}
              className="max-w-36 font-mono"
            />
          </div>
          {wrong && (
            <p id="house-accent-error" className="mt-1.5 ml-7.5 font-medium text-danger text-sm">
              {t('wrongHex')}
            </p>
          )}
        </fieldset>
        <AccentPreview colour={chosen} name={name} />
        <OutcomeNotice
          outcome={outcome}
          theirs={theirs}
          timeZone={timeZone}
          words={({ before, after }) => ({
            name: t('colour'),
            before: String(before ?? t('velvet')),
            after: String(after ?? t('velvet')),
          })}
        />
        <Button type="submit" pending={pending} className="justify-self-start">
          {t('saveColour')}
        </Button>
      </OnceAlive>
    </form>
  );
}
