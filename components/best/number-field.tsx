'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';

/** A number to type, to step by the arrow keys, or by buttons, which the Tab key passes over. */
export function NumberField({
  label,
  hint,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const t = useTranslations('best');
  const id = useId();
  // Half-typed, a number may be empty: it is taken in as soon as it is one.
  const [typed, setTyped] = useState<string | null>(null);
  const within = (number: number) => Math.max(min, Math.min(max, number));
  const step = (by: number) => {
    setTyped(null);
    onChange(within(value + by));
  };
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-sm">
        {label}
      </label>
      <div className="flex w-fit max-w-full items-center gap-1 rounded-control border border-control bg-raised p-0.5 focus-within:border-ink">
        <Button
          variant="quiet"
          size="icon"
          tabIndex={-1}
          aria-label={t('less', { what: label })}
          aria-disabled={value <= min || undefined}
          className="size-10 min-w-6 shrink aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
          onClick={() => step(-1)}
        >
          <Minus aria-hidden />
        </Button>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={typed ?? value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="min-h-10 w-14 min-w-8 rounded-control bg-transparent text-center font-display text-2xl tabular-nums lining-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
          onChange={(event) => {
            const number = event.target.valueAsNumber;
            setTyped(event.target.value);
            if (Number.isInteger(number)) onChange(within(number));
          }}
          onBlur={() => setTyped(null)}
        />
        <Button
          variant="quiet"
          size="icon"
          tabIndex={-1}
          aria-label={t('more', { what: label })}
          aria-disabled={value >= max || undefined}
          className="size-10 min-w-6 shrink aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
          onClick={() => step(1)}
        >
          <Plus aria-hidden />
        </Button>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
