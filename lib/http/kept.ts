import { createHash } from 'node:crypto';

/** Figures of the house's own side that are asked for again and again, and seldom differ. */
const keptSeconds = 5;

/**
 * A JSON answer that the asker's own browser may keep for some seconds, and that need not be sent
 * again while it stays the same (RFC 9110, 13.1.2). @param varying is left out of the comparison
 */
export function keptJson(request: Request, body: object, varying: object = {}): Response {
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
  const headers = {
    etag,
    'cache-control': `private, max-age=${keptSeconds}`,
    vary: 'cookie',
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(JSON.stringify({ ...varying, ...body }), {
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
