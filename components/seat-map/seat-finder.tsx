'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** The short way through a long list: names a section, a row, a seat, and goes there. */
export function SeatFinder({
  text,
  example,
  found,
  onText,
  onGo,
}: {
  text: string;
  /** A place of this hall, as it may be typed. */
  example: string;
  /** How many zones answer to it. */
  found: number;
  onText: (text: string) => void;
  onGo: () => void;
}) {
  const t = useTranslations('seatMap');
  return (
    <form
      noValidate
      className="flex items-end gap-2"
      onSubmit={(sent) => {
        sent.preventDefault();
        onGo();
      }}
    >
      <Field label={t('goTo')} className="min-w-0 grow">
        <Input
          type="search"
          enterKeyHint="go"
          autoComplete="off"
          placeholder={example}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="secondary" aria-disabled={found === 0 || undefined}>
        {t('go')}
      </Button>
      <p role="status" className="sr-only">
        {text.trim() && t('zonesFound', { count: found })}
      </p>
    </form>
  );
}
