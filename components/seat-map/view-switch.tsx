'use client';

import { List, Map as MapIcon, Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useId } from 'react';
import { cn } from '@/components/ui/class-names';

/** Drawn, spelled out, or picked by the server. */
export type HallForm = 'map' | 'list' | 'best';

const icons = { map: MapIcon, list: List, best: Sparkles } as const;

/** The ways to the same seats. */
export function ViewSwitch({
  forms,
  view,
  onChange,
  onIntent,
  className,
  ...props
}: Omit<ComponentProps<'fieldset'>, 'onChange'> & {
  forms: readonly HallForm[];
  view: HallForm;
  onChange: (view: HallForm) => void;
  /** The pointer or the focus came to it: it may be chosen next. */
  onIntent: (view: HallForm) => void;
}) {
  const t = useTranslations('seatMap');
  const name = useId();
  return (
    <fieldset
      data-slot="view-switch"
      aria-label={t('viewAs')}
      className={cn(
        'flex w-fit flex-wrap rounded-control border border-line bg-sunken p-1',
        className,
      )}
      {...props}
    >
      {forms.map((form) => {
        const Icon = icons[form];
        return (
          <label
            key={form}
            onPointerEnter={() => onIntent(form)}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-[calc(var(--radius-control)-0.2rem)] px-3 sm:px-4 text-sm font-semibold text-muted transition-colors has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={form}
              checked={view === form}
              onFocus={() => onIntent(form)}
              onChange={() => onChange(form)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4 max-sm:hidden" />
            {t(form)}
          </label>
        );
      })}
    </fieldset>
  );
}
