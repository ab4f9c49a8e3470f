import { TenantLogo } from '@/components/shell/tenant-logo';
import type { Tenant } from '@/lib/tenants/queries';
import { Poster } from './poster';

/** The organizer's own façade: the name in lights over a scene that is only theirs. */
export function TenantHero({
  tenant,
  tagline,
}: {
  tenant: Pick<Tenant, 'slug' | 'name' | 'accent' | 'logoHash'>;
  tagline: string;
}) {
  return (
    <div className="relative isolate flex min-h-64 items-end overflow-hidden bg-scenery-dark sm:min-h-80">
      <Poster
        seed={`facade/${tenant.slug}`}
        colour={tenant.accent}
        className="absolute inset-0 -z-10"
      />
      <div
        aria-hidden
        className="absolute inset-0 -z-10 bg-linear-to-t from-scenery-dark via-scenery-dark/75 to-scenery-dark/10"
      />
      <div className="mx-auto w-full max-w-6xl px-5 pt-24 pb-9 text-on-scenery sm:px-8 sm:pb-12">
        {tenant.logoHash && (
          <p className="mb-5">
            <TenantLogo tenant={tenant} size="large" />
          </p>
        )}
        <h1 className="text-balance wrap-break-word font-display text-5xl leading-none max-[23rem]:text-4xl sm:text-7xl">
          {tenant.name}
        </h1>
        <p className="mt-4 max-w-xl text-balance text-lg sm:text-xl">{tagline}</p>
      </div>
    </div>
  );
}
