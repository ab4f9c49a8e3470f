import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/class-names';
import { Sideways } from './sideways';

/** A calm, dense table that scrolls sideways by itself. `label` names it. */
export function DataTable({
  label,
  className,
  ...props
}: ComponentProps<'table'> & { label: string }) {
  return (
    <Sideways label={label}>
      <table className={cn('w-full border-collapse text-sm', className)} {...props} />
    </Sideways>
  );
}

/** `numeric` aligns figures at the right. */
export function HeadCell({
  numeric,
  className,
  ...props
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cn(
        'whitespace-nowrap border-line border-b px-3 py-2.5 text-left font-semibold text-muted',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

export function Cell({
  numeric,
  className,
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn(
        'border-line/60 border-b px-3 py-2 align-baseline',
        numeric && 'text-right tabular-nums',
        className,
      )}
      {...props}
    />
  );
}

/** Names its row. */
export function RowHead({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="row"
      className={cn(
        'whitespace-nowrap border-line/60 border-b px-3 py-2 text-left align-baseline font-medium',
        className,
      )}
      {...props}
    />
  );
}
