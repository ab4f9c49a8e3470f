'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useId } from 'react';
import { cn } from '@/components/ui/class-names';

/** The floors of a hall, one on show. */
export function FloorSwitch({
  floors,
  floor,
  onChange,
  className,
  ...props
}: Omit<ComponentProps<'fieldset'>, 'onChange'> & {
  /** Names in the reader's language. */
  floors: string[];
  floor: number;
  onChange: (floor: number) => void;
}) {
  const t = useTranslations('seatMap');
  const name = useId();
  return (
    <fieldset
      data-slot="floor-switch"
      aria-label={t('floor')}
      className={cn(
        'flex w-fit flex-wrap rounded-control border border-line bg-raised p-1',
        className,
      )}
      {...props}
    >
      {floors.map((title, index) => (
        <label
          key={title}
          className="flex min-h-9 cursor-pointer items-center rounded-[calc(var(--radius-control)-0.2rem)] px-3 text-sm font-semibold text-muted transition-colors has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent forced-colors:has-checked:outline-2"
        >
          <input
            type="radio"
            name={name}
            checked={floor === index}
            onChange={() => onChange(index)}
            className="sr-only"
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
