import { DomainError } from '@/lib/errors';
import { refusing } from '@/lib/http/methods';
import { route } from '@/lib/http/route';
import { readLogo } from '@/lib/tenants/logo';
import { tenantBySlug } from '@/lib/tenants/queries';

/** An organizer's logo. Under its `?v=` it never changes; a `v` that is no longer its own is gone. */
export const GET = route('GET /api/tenants/{slug}/logo', async (call) => {
  const tenant = await tenantBySlug(call.db, call.segment(2));
  const logo = tenant && (await readLogo(call.context(tenant)));
  const wanted = call.url.searchParams.get('v');
  if (!logo || (wanted !== null && wanted !== logo.hash)) throw new DomainError('not_found');
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'content-type': logo.mime,
      'content-length': String(logo.bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': wanted === null ? 'no-cache' : 'public, max-age=31536000, immutable',
    },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing('GET');
