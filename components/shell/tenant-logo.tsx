import { cva, type VariantProps } from 'class-variance-authority';
import { logoPath } from '@/lib/tenants/schema';

const plates = cva(
  'inline-flex shrink-0 items-center justify-center rounded-control bg-on-scenery ring-1 ring-line/60',
  {
    variants: { size: { small: 'h-9 p-1', medium: 'h-14 p-1.5', large: 'h-20 p-2.5 sm:h-24' } },
    defaultVariants: { size: 'medium' },
  },
);

type Props = VariantProps<typeof plates> & {
  tenant: { slug: string; name: string; logoHash: string | null };
  /** Its name does not stand beside it. */
  named?: boolean;
};

/** An organizer's logo on a plate that any ink is seen on, by day and by night. */
export function TenantLogo({ tenant, size, named = false }: Props) {
  const src = logoPath(tenant);
  if (!src) return null;
  return (
    <span data-slot="tenant-logo" className={plates({ size })}>
      <picture className="contents">
        <img
          src={src}
          alt={named ? tenant.name : ''}
          className="h-full w-auto max-w-48 object-contain"
        />
      </picture>
    </span>
  );
}
