'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { inPassing } from '@/components/ui/passing';
import { Select } from '@/components/ui/select';
import { type AlertView, coolMinutes, type SourceReleased } from '@/lib/alerts/schema';
import { coolSourceAction, releaseSourceAction } from '@/lib/alerts/staff-actions';
import { sourceWords } from '@/lib/alerts/words';
import type { Deed } from './deeds';
import { outcomeNotice } from './outcome-notice';
import { useDeed } from './use-deed';

type Props = {
  alert: AlertView;
  tenant: string;
  /** What can be done with it, one at least. */
  deeds: Deed[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Brings the focus to where it belongs. @param done whether anything was */
  onClosed: (done: boolean) => void;
};

/** Asks what becomes of a source: its locks released, a pause, or both. */
export function SourceDialog({ alert, tenant, deeds, open, onOpenChange, onClosed }: Props) {
  const t = useTranslations('admin.alerts');
  const done = useRef(false);
  const source = sourceWords(t, alert) ?? '';
  const [only, another] = deeds;
  const single = another ? undefined : only;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed(done.current);
          done.current = false;
        }}
      >
        <DialogTitle>{single ? t(`dialog.confirm.${single}`) : t('dialog.title')}</DialogTitle>
        <DialogDescription>
          {single === 'releaseOnly' && t('dialog.lineRelease', { source })}
          {single === 'coolOnly' && t('dialog.linePause', { source })}
          {!single && t('dialog.line', { source })}
        </DialogDescription>
        <SourceForm
          alert={alert}
          tenant={tenant}
          deeds={deeds}
          onDone={() => {
            done.current = true;
            onOpenChange(false);
          }}
          onCancel={() => onOpenChange(false)}
        />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Pick<Props, 'alert' | 'tenant' | 'deeds'> & {
  onDone: () => void;
  onCancel: () => void;
};

function SourceForm({ alert, tenant, deeds, onDone, onCancel }: FormProps) {
  const t = useTranslations('admin.alerts.dialog');
  const alerts = useTranslations('admin.alerts');
  const now = useTranslations('admin.now.dialog');
  const group = useId();
  const [chosen, setChosen] = useState<Deed>('both');
  // What was possible when it was chosen may not be any more.
  const deed = deeds.includes(chosen) ? chosen : (deeds[0] ?? 'releaseOnly');
  const [minutes, setMinutes] = useState<(typeof coolMinutes)[number]>(coolMinutes[0]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { pending, run } = useDeed();
  const missing = reason.trim() === '';
  const cools = deed !== 'releaseOnly';

  const told = ({ released, kept }: SourceReleased) => {
    inPassing(outcomeNotice(alerts, now, { deed, minutes, released, kept }));
    onDone();
  };
  const confirm = () => {
    setTried(true);
    if (missing) {
      document.getElementById(`${group}-reason`)?.focus();
      return;
    }
    const input = { alertId: alert.id, reason: reason.trim() };
    if (!cools) {
      run(() => releaseSourceAction(tenant, input), told);
      return;
    }
    const release = deed === 'both';
    run(() => coolSourceAction(tenant, { ...input, minutes, release }), told);
  };

  return (
    <form
      noValidate
      method="post"
      className="mt-5 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      {deeds.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-semibold text-sm">{t('what')}</legend>
          {deeds.map((one) => (
            <label key={one} className="flex cursor-pointer items-start gap-3 py-1">
              <input
                type="radio"
                name={group}
                checked={deed === one}
                onChange={() => setChosen(one)}
                aria-describedby={`${group}-${one}`}
                className="mt-1 size-4.5 shrink-0 accent-accent"
              />
              <span>
                <span className="block font-medium">{t(one)}</span>
                <span id={`${group}-${one}`} className="block text-muted text-sm">
                  {t(`${one}Line`)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {cools && (
        <Field label={t('how')}>
          <Select
            value={minutes}
            onChange={(event) => {
              const chosen = coolMinutes.find((one) => one === Number(event.currentTarget.value));
              setMinutes(chosen ?? coolMinutes[0]);
            }}
          >
            {coolMinutes.map((one) => (
              <option key={one} value={one}>
                {t(`durations.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {cools && alert.sourceKind === 'address' && <Notice tone="warn">{t('office')}</Notice>}
      <Field
        id={`${group}-reason`}
        label={t('reason')}
        hint={t('reasonHint')}
        error={tried && missing ? t('reasonMissing') : undefined}
        value={reason}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="danger" pending={pending}>
          {t(`confirm.${deed}`)}
        </Button>
      </div>
    </form>
  );
}
