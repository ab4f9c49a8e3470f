'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { TenantLogo } from '@/components/shell/tenant-logo';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { OnceAlive } from '@/components/ui/once-alive';
import { useRouter } from '@/lib/i18n/navigation';
import { logoLimits } from '@/lib/tenants/policy';
import type { Change } from '@/lib/tenants/schema';
import { changeLogoAction, removeLogoAction } from '@/lib/tenants/staff-actions';
import { OutcomeNotice } from './outcome-notice';
import { type Outcome, useSaving } from './use-saving';

type Now = { logo: string | null };
type Props = { tenant: string; name: string; timeZone: string; logoHash: string | null };

const reasons = ['size', 'kind', 'broken', 'dimensions', 'moves'] as const;
type Fault = (typeof reasons)[number] | 'none';

/** The house's logo: what it is now, another one, or none. */
export function LogoForm({ tenant, name, timeZone, logoHash }: Props) {
  const t = useTranslations('admin.settings.look');
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [hash, setHash] = useState(logoHash);
  const [theirs, setTheirs] = useState<Change[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const { save, pending, outcome, forget } = useSaving<Now>();

  const refuse = (found: Fault) => {
    setFault(found);
    forget();
    box.current?.focus();
  };
  const settle = (reached: Outcome<Now>) => {
    if (reached.kind === 'saved') {
      const change = reached.saved.changes[0];
      if (change) setHash(change.after as string | null);
      if (box.current) box.current.value = '';
      router.refresh();
    } else if (reached.kind === 'stale') {
      setTheirs([{ field: 'logo', before: hash, after: reached.now.logo }]);
      setHash(reached.now.logo);
    } else if (reached.code === 'invalid_logo') {
      refuse(reasons.find((each) => each === reached.reason) ?? 'broken');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const file = box.current?.files?.[0];
    if (!file) return refuse('none');
    // The server would refuse it as well, after all of it was sent.
    if (file.size > logoLimits.bytesMax) return refuse('size');
    setFault(null);
    const form = new FormData();
    form.set('based', hash ?? '');
    form.set('logo', file);
    save(() => changeLogoAction(tenant, form), settle);
  };
  const remove = () => {
    setFault(null);
    save(() => removeLogoAction(tenant, { based: hash ?? '' }), settle);
    box.current?.focus();
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      method="post"
      aria-labelledby="logo-title"
      className="grid content-start gap-5 rounded-card border border-line bg-raised p-4 sm:p-6"
    >
      <h2 id="logo-title" className="font-display text-2xl">
        {t('logo')}
      </h2>
      <div className="flex items-center gap-5">
        {hash ? (
          <TenantLogo tenant={{ slug: tenant, name, logoHash: hash }} named size="large" />
        ) : (
          <p className="text-muted">{t('noLogo')}</p>
        )}
      </div>
      <Field
        label={t('file')}
        hint={t('fileHint', { min: logoLimits.sideMin, max: logoLimits.sideMax })}
        error={fault && t(`faults.${fault}`, { min: logoLimits.sideMin, max: logoLimits.sideMax })}
      >
        <input
          ref={box}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={() => setFault(null)}
          className="min-h-11 w-full min-w-0 cursor-pointer rounded-control border border-control bg-paper p-1.5 text-sm file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-control file:border-0 file:bg-sunken file:px-3 file:font-semibold file:text-ink"
        />
      </Field>
      <p role="alert" className="sr-only">
        {fault && t(`faults.${fault}`, { min: logoLimits.sideMin, max: logoLimits.sideMax })}
      </p>
      <OutcomeNotice
        outcome={outcome}
        theirs={theirs}
        timeZone={timeZone}
        words={({ before, after }) => ({
          name: t('logo'),
          before: t(before ? 'oneLogo' : 'noLogo'),
          after: t(after ? 'anotherLogo' : 'noLogo'),
        })}
      />
      <div className="flex flex-wrap gap-3">
        <OnceAlive>
          <Button type="submit" pending={pending}>
            {t('saveLogo')}
          </Button>
        </OnceAlive>
        {hash && (
          <Button variant="secondary" onClick={remove} pending={pending}>
            {t('removeLogo')}
          </Button>
        )}
      </div>
    </form>
  );
}
