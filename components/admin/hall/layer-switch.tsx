'use client';

import { Activity, Armchair, DoorOpen, Lock, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Ref, useId } from 'react';
import { type Layer, layers } from './layers';

const icons = {
  live: Activity,
  locks: Lock,
  sales: Armchair,
  abandonment: DoorOpen,
  replay: Play,
} as const;

/** What the hall is shaded by. */
export function LayerSwitch({
  layer,
  onChange,
  ref,
}: {
  layer: Layer;
  onChange: (layer: Layer) => void;
  ref: Ref<HTMLFieldSetElement>;
}) {
  const t = useTranslations('admin.hall');
  const name = useId();
  return (
    <fieldset
      ref={ref}
      aria-label={t('layer')}
      className="flex w-fit max-w-full flex-wrap rounded-control border border-line bg-sunken p-1"
    >
      {layers.map((one) => {
        const Icon = icons[one];
        return (
          <label
            key={one}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-[calc(var(--radius-control)-0.2rem)] px-3 font-semibold text-muted text-sm max-sm:px-2 max-sm:text-[0.8125rem] transition-colors has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={layer === one}
              onChange={() => onChange(one)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4 max-sm:hidden" />
            {t(`layers.${one}`)}
          </label>
        );
      })}
    </fieldset>
  );
}
