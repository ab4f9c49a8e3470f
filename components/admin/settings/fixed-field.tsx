import { useTranslations } from 'next-intl';
import type { ErrorCode } from '@/lib/errors';

type Props = { label: string; value: string; code: ErrorCode };

/** What can no longer be chosen, and why. */
export function FixedField({ label, value, code }: Props) {
  const errors = useTranslations('errors');
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold text-sm">{label}</p>
      <p>{value}</p>
      <p className="text-muted text-sm">{errors(code)}</p>
    </div>
  );
}
