import { DomainError } from '@/lib/errors';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state-changing request that another site's page made the browser send: by
 * `Sec-Fetch-Site`, else by `Origin`. A client that is no browser sends neither.
 * @throws DomainError `cross_site`.
 */
export function refuseCrossSite(request: Request): void {
  if (safe.has(request.method)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site === 'cross-site') throw new DomainError('cross_site');
    return;
  }
  const origin = request.headers.get('origin');
  if (origin !== null && hostOf(origin) !== hostHeader(request))
    throw new DomainError('cross_site');
}

/** The host that the client asked for, as a reverse proxy tells it, with its port. */
export function hostHeader(request: Request): string {
  const { headers, url } = request;
  const told = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return (told.split(',')[0] as string).trim().toLowerCase();
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
