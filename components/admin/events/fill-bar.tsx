import { useFormatter, useTranslations } from 'next-intl';

/** How full the hall is, as a bar and in words: sold, and held on top of it. */
export function FillBar({
  capacity,
  sold,
  held,
}: {
  capacity: number;
  sold: number;
  held: number;
}) {
  const t = useTranslations('admin.events');
  const format = useFormatter();
  const share = (units: number) => (capacity > 0 ? Math.min(units / capacity, 1) : 0);
  const width = (units: number) => ({ width: `${share(units) * 100}%` });
  const percent = format.number(share(sold), { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className="grid gap-1">
      <p className="text-sm">
        <span className="font-display text-lg tabular-nums">{percent}</span>{' '}
        <span className="text-muted">{t('full')}</span>
      </p>
      <div
        aria-hidden
        className="flex h-2.5 overflow-hidden rounded-full border border-line bg-sunken forced-color-adjust-none"
      >
        <span className="bg-accent forced-colors:bg-[CanvasText]" style={width(sold)} />
        <span className="bg-brass/60 forced-colors:bg-[GrayText]" style={width(held)} />
      </div>
    </div>
  );
}
