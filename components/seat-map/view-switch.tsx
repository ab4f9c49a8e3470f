'use client';

import { List, Map as MapIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useId } from 'react';
import { cn } from '@/components/ui/class-names';

type HallForm = 'map' | 'list';

/** Map or list: the same seats, drawn or spelled out. */
export function ViewSwitch({
  view,
  onChange,
  className,
  ...props
}: Omit<ComponentProps<'fieldset'>, 'onChange'> & {
  view: HallForm;
  onChange: (view: HallForm) => void;
}) {
  const t = useTranslations('seatMap');
  const name = useId();
  return (
    <fieldset
      data-slot="view-switch"
      aria-label={t('viewAs')}
      className={cn('flex w-fit rounded-control border border-line bg-sunken p-1', className)}
      {...props}
    >
      {(['map', 'list'] as const).map((form) => (
        <label
          key={form}
          className="flex min-h-9 cursor-pointer items-center gap-2 rounded-[calc(var(--radius-control)-0.2rem)] px-3 sm:px-4 text-sm font-semibold text-muted transition-colors has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent forced-colors:has-checked:outline-2"
        >
          <input
            type="radio"
            name={name}
            value={form}
            checked={view === form}
            onChange={() => onChange(form)}
            className="sr-only"
          />
          {form === 'map' ? (
            <MapIcon aria-hidden className="size-4 max-sm:hidden" />
          ) : (
            <List aria-hidden className="size-4 max-sm:hidden" />
          )}
          {t(form)}
        </label>
      ))}
    </fieldset>
  );
}
