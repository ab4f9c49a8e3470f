import { useTranslations } from 'next-intl';
import { qrPath } from './qr-path';

/** What the door reads: the code as a picture for scanners, and as letters for a tired phone. */
export function TicketCode({ code }: { code: string }) {
  const t = useTranslations('orders');
  const { size, path } = qrPath(code);
  return (
    <figure className="grid grid-cols-1 justify-items-center gap-2">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('qr', { code })}
        shapeRendering="crispEdges"
        className="aspect-square w-44 max-w-full rounded-control bg-qr-paper"
      >
        <path d={path} fill="var(--color-qr-ink)" />
      </svg>
      <figcaption className="max-w-44 text-center font-mono text-muted text-xs leading-snug tracking-wider">
        {code.match(/.{1,13}/g)?.join(' ')}
      </figcaption>
    </figure>
  );
}
