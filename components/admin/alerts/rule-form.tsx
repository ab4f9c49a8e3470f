'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { OnceAlive } from '@/components/ui/once-alive';
import { inPassing } from '@/components/ui/passing';
import type { Rule } from '@/lib/alerts/schema';
import { ruleSpecs } from '@/lib/alerts/specs';
import { changeRuleAction } from '@/lib/alerts/staff-actions';
import { FigureField } from './figure-field';
import { readFigure, shownFigure, unitOf } from './rule-figures';
import { useDeed } from './use-deed';

const names = ['threshold', 'windowSeconds'] as const;

/** One rule: on or off, above how much, within what time, and whether a mail goes out. */
export function RuleForm({ rule, tenant }: { rule: Rule; tenant: string }) {
  const t = useTranslations('admin.alerts');
  const locale = useLocale();
  const id = useId();
  const { pending, run } = useDeed();
  const spec = ruleSpecs[rule.kind];
  const editable = names.filter((name) => spec[name].min < spec[name].max);
  const [enabled, setEnabled] = useState(rule.enabled);
  const [mail, setMail] = useState(rule.mail);
  const [texts, setTexts] = useState(() => ({
    threshold: shownFigure(rule.threshold, unitOf(rule.kind, 'threshold'), locale),
    windowSeconds: shownFigure(rule.windowSeconds, unitOf(rule.kind, 'windowSeconds'), locale),
  }));
  const [tried, setTried] = useState(false);

  const read = (name: (typeof names)[number]): number | null => {
    const value = readFigure(texts[name], unitOf(rule.kind, name));
    const { min, max } = spec[name];
    return value !== null && value >= min && value <= max ? value : null;
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [threshold, windowSeconds] = [read('threshold'), read('windowSeconds')];
    if (threshold === null || windowSeconds === null) {
      const first = threshold === null ? 'threshold' : 'windowSeconds';
      document.getElementById(`${id}-${first}`)?.focus();
      return;
    }
    const told = { kind: 'alert-deed', title: t('rules.saved'), line: t(`kinds.${rule.kind}`) };
    run(
      () => changeRuleAction(tenant, { kind: rule.kind, enabled, threshold, windowSeconds, mail }),
      () => inPassing({ ...told, tone: 'success' }),
    );
  };

  return (
    <form
      noValidate
      method="post"
      onSubmit={submit}
      aria-labelledby={`${id}-title`}
      className="rounded-card border border-line bg-raised p-4 sm:p-6"
    >
      <OnceAlive>
        <h2 id={`${id}-title`} className="font-display text-2xl leading-tight">
          {t(`kinds.${rule.kind}`)}
        </h2>
        <p className="mt-1 max-w-prose text-muted text-sm">{t(`rules.about.${rule.kind}`)}</p>
        <div className="mt-3 flex flex-wrap gap-x-8">
          <Tick checked={enabled} onChange={setEnabled} label={t('rules.on')} />
          <Tick checked={mail} onChange={setMail} label={t('rules.mail')} />
        </div>
        <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {editable.map((name) => (
            <FigureField
              key={name}
              id={`${id}-${name}`}
              label={t(name === 'threshold' ? 'rules.threshold' : 'rules.window')}
              unit={unitOf(rule.kind, name)}
              range={spec[name]}
              text={texts[name]}
              wrong={tried && read(name) === null}
              onChange={(text) => setTexts({ ...texts, [name]: text })}
            />
          ))}
          {editable.length === 1 && (
            <p className="self-end text-muted text-sm">{t('rules.fixed')}</p>
          )}
        </div>
        <div className="mt-4 flex justify-end">
          <Button type="submit" variant="secondary" pending={pending}>
            {t('rules.save')}
          </Button>
        </div>
      </OnceAlive>
    </form>
  );
}

type TickProps = { checked: boolean; onChange: (checked: boolean) => void; label: string };

function Tick({ checked, onChange, label }: TickProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="size-4.5 shrink-0 cursor-pointer accent-accent"
      />
      {label}
    </label>
  );
}
